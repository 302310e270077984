package org.vedette.notification.delivery.returnpath;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.domains.InternationalDomain;
import org.vedette.notification.subscribers.EmailAddress;
import org.vedette.notification.subscribers.SubscriberId;

/**
 * Makes the address that reports about one mail go to, and reads it again: {@code bounces+token@domain}. A token is the
 * subscriber, a short hash of the delivery, one of the address it went to, and a MAC, in digits of base 32, because some
 * mail servers change the case. Nothing is stored for it.
 */
public final class ReturnPath {

    private static final int LONGEST_LOCAL_PART = 64;
    private static final int DELIVERY_BYTES = 5;
    private static final int ADDRESS_BYTES = 3;
    private static final int PAYLOAD_BYTES = 2 * Long.BYTES + DELIVERY_BYTES + ADDRESS_BYTES;
    private static final int MAC_BYTES = 7;
    private static final int RADIX = 32;
    private static final int TOKEN_LENGTH = 50;
    private static final Pattern TOKEN = Pattern.compile("[0-9a-v]{" + TOKEN_LENGTH + "}");
    private static final Pattern LOCAL_PART = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final byte PURPOSE = 'b';

    private final @Nullable String localPart;
    private final String domain;
    private final UnaryOperator<byte[]> mac;

    private ReturnPath(@Nullable String localPart, String domain, UnaryOperator<byte[]> mac) {
        this.localPart = localPart;
        this.domain = domain;
        this.mac = mac;
    }

    /**
     * Return paths below an address.
     *
     * @param address such as {@code bounces@example.org}; empty for none
     * @param mac computes the MAC of a payload
     * @throws IllegalArgumentException when it is not an address, or too long for a token
     */
    public static ReturnPath of(String address, UnaryOperator<byte[]> mac) {
        if (address.isBlank()) {
            return new ReturnPath(null, "", mac);
        }
        var at = address.lastIndexOf('@');
        var local = at < 1 ? "" : address.substring(0, at).strip();
        var domain = InternationalDomain.toAscii(address.substring(at + 1).strip());
        if (domain.isEmpty()
                || !LOCAL_PART.matcher(local).matches()
                || local.length() + 1 + TOKEN_LENGTH > LONGEST_LOCAL_PART) {
            throw new IllegalArgumentException(
                    "VEDETTE_BOUNCES_RETURNPATH must be an address like bounces@example.org, with "
                            + (LONGEST_LOCAL_PART - TOKEN_LENGTH - 1)
                            + " letters, digits, dots and hyphens at most in front of the @: a + and a token are put"
                            + " behind them");
        }
        return new ReturnPath(local.toLowerCase(Locale.ROOT), domain.get(), mac);
    }

    /** Whether there is one; otherwise reports go to the sender's own address. */
    public boolean isSet() {
        return localPart != null;
    }

    /** What follows the {@code @}; empty without a return path. */
    public String domain() {
        return domain;
    }

    /** The address that reports about a mail go to; empty without a return path. */
    public Optional<String> address(String delivery, SubscriberId subscriber, EmailAddress to) {
        if (localPart == null) {
            return Optional.empty();
        }
        var payload = ByteBuffer.allocate(PAYLOAD_BYTES)
                .putLong(subscriber.value().getMostSignificantBits())
                .putLong(subscriber.value().getLeastSignificantBits())
                .put(hash(delivery, DELIVERY_BYTES))
                .put(hash(to.key(), ADDRESS_BYTES))
                .array();
        return Optional.of(localPart + "+" + encode(payload) + "@" + domain);
    }

    /** Whether an address has the form of a return path, valid or not. */
    public boolean covers(String address) {
        return localPart != null
                && address.toLowerCase(Locale.ROOT).startsWith(localPart + "+")
                && address.toLowerCase(Locale.ROOT).endsWith("@" + domain);
    }

    /** What a return path names; empty when it is not one of ours. */
    public Optional<Token> read(String address) {
        if (localPart == null || !covers(address)) {
            return Optional.empty();
        }
        var token = address.substring(localPart.length() + 1, address.lastIndexOf('@'))
                .toLowerCase(Locale.ROOT);
        return TOKEN.matcher(token).matches() ? verify(decode(token)) : Optional.empty();
    }

    /**
     * A token that was read.
     *
     * @param subscriber whom the mail went to
     * @param delivery hash of the delivery
     * @param address hash of the address
     */
    public record Token(SubscriberId subscriber, BigInteger delivery, BigInteger address) {

        /** Whether it is about a certain delivery. */
        public boolean names(String candidate) {
            return delivery.equals(new BigInteger(hash(candidate, DELIVERY_BYTES)));
        }

        /** Whether the mail went to a certain address. */
        public boolean isFor(EmailAddress candidate) {
            return address.equals(new BigInteger(hash(candidate.key(), ADDRESS_BYTES)));
        }
    }

    private Optional<Token> verify(byte[] bytes) {
        if (bytes.length != PAYLOAD_BYTES + MAC_BYTES) {
            return Optional.empty();
        }
        var payload = Arrays.copyOf(bytes, PAYLOAD_BYTES);
        var received = Arrays.copyOfRange(bytes, PAYLOAD_BYTES, bytes.length);
        if (!MessageDigest.isEqual(received, macOf(payload))) {
            return Optional.empty();
        }
        var read = ByteBuffer.wrap(payload);
        var subscriber = new SubscriberId(new UUID(read.getLong(), read.getLong()));
        var delivery = new byte[DELIVERY_BYTES];
        var address = new byte[ADDRESS_BYTES];
        read.get(delivery).get(address);
        return Optional.of(new Token(subscriber, new BigInteger(delivery), new BigInteger(address)));
    }

    private byte[] macOf(byte[] payload) {
        var input = ByteBuffer.allocate(1 + payload.length).put(PURPOSE).put(payload);
        return Arrays.copyOf(mac.apply(input.array()), MAC_BYTES);
    }

    private String encode(byte[] payload) {
        var bytes = ByteBuffer.allocate(PAYLOAD_BYTES + MAC_BYTES).put(payload).put(macOf(payload));
        var digits = new BigInteger(1, bytes.array()).toString(RADIX);
        return "0".repeat(TOKEN_LENGTH - digits.length()) + digits;
    }

    private static byte[] decode(String token) {
        var number = new BigInteger(token, RADIX).toByteArray();
        var size = PAYLOAD_BYTES + MAC_BYTES;
        var bytes = new byte[size];
        var skipped = Math.max(0, number.length - size);
        if (skipped > 1 || (skipped == 1 && number[0] != 0)) {
            return new byte[0];
        }
        var length = number.length - skipped;
        System.arraycopy(number, skipped, bytes, size - length, length);
        return bytes;
    }

    private static byte[] hash(String text, int bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest, bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
