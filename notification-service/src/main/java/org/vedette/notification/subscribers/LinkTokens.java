package org.vedette.notification.subscribers;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.vedette.notification.tokens.SignedTokens;

/**
 * Creates and parses the tokens in mailed links: a payload followed by its MAC.
 *
 * <p>Tokens are not stored, so that no secret is at rest and a mail can be composed again after a crash.
 */
public final class LinkTokens {

    private static final byte CONFIRM = 'c';
    private static final byte UNSUBSCRIBE = 'u';
    private static final byte CHANGE_ADDRESS = 'a';
    private static final byte OWN_DATA = 'o';

    private final SignedTokens tokens;

    /**
     * Tokens under one key.
     *
     * @param mac computes the MAC of a payload, 16 bytes long
     */
    public LinkTokens(UnaryOperator<byte[]> mac) {
        this.tokens = new SignedTokens(mac);
    }

    /** The token of the link in a confirmation mail. */
    public String confirmation(Pending subscriber, Instant requestedAt) {
        return tokens.sign(payload(CONFIRM, subscriber.id(), subscriber.generation(), requestedAt.toEpochMilli()));
    }

    /** The token of the links in alerts and digests. It never expires. */
    public String unsubscribe(SubscriberId subscriber) {
        return tokens.sign(payload(UNSUBSCRIBE, subscriber));
    }

    /** The payload of the link in a confirmation mail; empty when it is not valid. */
    public Optional<ConfirmationToken> readConfirmation(String token) {
        return tokens.verify(CONFIRM, token)
                .map(payload -> new ConfirmationToken(
                        subscriber(payload), payload.getLong(), Instant.ofEpochMilli(payload.getLong())));
    }

    /** The subscriber of a link in an alert or a digest; empty when it is not valid. */
    public Optional<SubscriberId> readUnsubscribe(String token) {
        return tokens.verify(UNSUBSCRIBE, token).map(LinkTokens::subscriber);
    }

    /** The token by which a mailbox confirms a change of address. */
    public String changeAddress(SubscriberId subscriber, Instant requestedAt, AddressChange.Mailbox mailbox) {
        return tokens.sign(payload(
                CHANGE_ADDRESS, subscriber, requestedAt.toEpochMilli(), mailbox == AddressChange.Mailbox.NEW ? 1 : 0));
    }

    /** The payload of the link that confirms a change of address; empty when it is not valid. */
    public Optional<ChangeToken> readChangeAddress(String token) {
        return tokens.verify(CHANGE_ADDRESS, token)
                .map(payload -> new ChangeToken(
                        subscriber(payload),
                        Instant.ofEpochMilli(payload.getLong()),
                        payload.getLong() == 1 ? AddressChange.Mailbox.NEW : AddressChange.Mailbox.OLD));
    }

    /** The token of the link to what is stored about a subscriber. It is void when the subscriber has another address. */
    public String ownData(Subscriber subscriber, Instant requestedAt) {
        return tokens.sign(
                payload(OWN_DATA, subscriber.id(), requestedAt.toEpochMilli(), fingerprint(subscriber.address())));
    }

    /** The payload of the link to a subscriber's own data; empty when it is not valid. */
    public Optional<OwnDataToken> readOwnData(String token) {
        return tokens.verify(OWN_DATA, token)
                .map(payload -> new OwnDataToken(
                        subscriber(payload), Instant.ofEpochMilli(payload.getLong()), payload.getLong()));
    }

    /** The payload of a link that confirms a change of address. */
    public record ChangeToken(SubscriberId subscriber, Instant requestedAt, AddressChange.Mailbox mailbox) {}

    /** The payload of a link to what is stored about a subscriber. */
    public record OwnDataToken(SubscriberId subscriber, Instant requestedAt, long fingerprint) {

        /** Whether it was mailed to the address that a subscriber has. */
        public boolean isFor(Subscriber known) {
            return fingerprint == LinkTokens.fingerprint(known.address());
        }
    }

    /** The payload of a confirmation link. */
    public record ConfirmationToken(SubscriberId subscriber, long generation, Instant requestedAt) {}

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

    /** Tells addresses apart, and does not tell the address. */
    private static long fingerprint(EmailAddress address) {
        try {
            var key = address.key().getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(key))
                    .getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static SubscriberId subscriber(ByteBuffer payload) {
        return new SubscriberId(new UUID(payload.getLong(), payload.getLong()));
    }
}
