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
 * Makes and reads the tokens in mailed links: what they say, followed by a keyed hash of it.
 *
 * <p>No token is stored, so nothing secret is at rest and a mail can be composed again after a crash.
 */
public final class LinkTokens {

    private static final int MAC_BYTES = 16;
    private static final byte CONFIRM = 'c';
    private static final byte UNSUBSCRIBE = 'u';

    private final UnaryOperator<byte[]> seal;

    /**
     * Tokens under one seal.
     *
     * @param seal a keyed hash of what a token says, {@value #MAC_BYTES} bytes long
     */
    public LinkTokens(UnaryOperator<byte[]> seal) {
        this.seal = seal;
    }

    String confirmation(Pending subscriber, Instant requestedAt) {
        return seal(says(CONFIRM, subscriber.id(), subscriber.generation(), requestedAt.toEpochMilli()));
    }

    String unsubscribe(SubscriberId subscriber) {
        return seal(says(UNSUBSCRIBE, subscriber));
    }

    Optional<Confirming> readConfirmation(String token) {
        return open(CONFIRM, token)
                .map(says -> new Confirming(subscriber(says), says.getLong(), Instant.ofEpochMilli(says.getLong())));
    }

    Optional<SubscriberId> readUnsubscribe(String token) {
        return open(UNSUBSCRIBE, token).map(LinkTokens::subscriber);
    }

    /** What a confirmation link proves: who asked, in which generation of asking, and when. */
    record Confirming(SubscriberId subscriber, long generation, Instant requestedAt) {}

    private static byte[] says(byte purpose, SubscriberId subscriber, long... more) {
        var says = ByteBuffer.allocate(1 + (2 + more.length) * Long.BYTES)
                .put(purpose)
                .putLong(subscriber.value().getMostSignificantBits())
                .putLong(subscriber.value().getLeastSignificantBits());
        for (var number : more) {
            says.putLong(number);
        }
        return says.array();
    }

    private String seal(byte[] said) {
        var sealed = ByteBuffer.allocate(said.length + MAC_BYTES).put(said).put(seal.apply(said));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed.array());
    }

    private Optional<ByteBuffer> open(byte purpose, String token) {
        try {
            var sealed = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
            var said = new byte[sealed.remaining() - MAC_BYTES];
            var mac = new byte[MAC_BYTES];
            sealed.get(said).get(mac);
            var genuine = MessageDigest.isEqual(mac, seal.apply(said)) && said[0] == purpose;
            return genuine ? Optional.of(ByteBuffer.wrap(said).position(1)) : Optional.empty();
        } catch (IllegalArgumentException | NegativeArraySizeException | BufferUnderflowException noToken) {
            return Optional.empty();
        }
    }

    private static SubscriberId subscriber(ByteBuffer says) {
        return new SubscriberId(new UUID(says.getLong(), says.getLong()));
    }
}
