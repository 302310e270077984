package org.vedette.notification.subscribers;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Creates and parses the tokens in mailed links: a payload followed by its MAC.
 *
 * <p>Tokens are not stored, so that no secret is at rest and a mail can be composed again after a crash.
 */
public final class LinkTokens {

    private static final int MAC_BYTES = 16;
    private static final byte CONFIRM = 'c';
    private static final byte UNSUBSCRIBE = 'u';

    private final UnaryOperator<byte[]> mac;

    /**
     * Tokens under one key.
     *
     * @param mac computes the MAC of a payload, {@value #MAC_BYTES} bytes long
     */
    public LinkTokens(UnaryOperator<byte[]> mac) {
        this.mac = mac;
    }

    String confirmation(Pending subscriber, Instant requestedAt) {
        return sign(payload(CONFIRM, subscriber.id(), subscriber.generation(), requestedAt.toEpochMilli()));
    }

    String unsubscribe(SubscriberId subscriber) {
        return sign(payload(UNSUBSCRIBE, subscriber));
    }

    Optional<ConfirmationToken> readConfirmation(String token) {
        return verify(CONFIRM, token)
                .map(payload -> new ConfirmationToken(
                        subscriber(payload), payload.getLong(), Instant.ofEpochMilli(payload.getLong())));
    }

    Optional<SubscriberId> readUnsubscribe(String token) {
        return verify(UNSUBSCRIBE, token).map(LinkTokens::subscriber);
    }

    /** The payload of a confirmation link. */
    record ConfirmationToken(SubscriberId subscriber, long generation, Instant requestedAt) {}

    private static byte[] payload(byte purpose, SubscriberId subscriber, long... more) {
        var payload = ByteBuffer.allocate(1 + (2 + more.length) * Long.BYTES)
                .put(purpose)
                .putLong(subscriber.value().getMostSignificantBits())
                .putLong(subscriber.value().getLeastSignificantBits());
        for (var number : more) {
            payload.putLong(number);
        }
        return payload.array();
    }

    private String sign(byte[] payload) {
        var token = ByteBuffer.allocate(payload.length + MAC_BYTES).put(payload).put(mac.apply(payload));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
    }

    private Optional<ByteBuffer> verify(byte purpose, String token) {
        try {
            var decoded = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
            var payload = new byte[decoded.remaining() - MAC_BYTES];
            var received = new byte[MAC_BYTES];
            decoded.get(payload).get(received);
            var valid = MessageDigest.isEqual(received, mac.apply(payload)) && payload[0] == purpose;
            return valid ? Optional.of(ByteBuffer.wrap(payload).position(1)) : Optional.empty();
        } catch (IllegalArgumentException | NegativeArraySizeException | BufferUnderflowException malformed) {
            return Optional.empty();
        }
    }

    private static SubscriberId subscriber(ByteBuffer payload) {
        return new SubscriberId(new UUID(payload.getLong(), payload.getLong()));
    }
}
