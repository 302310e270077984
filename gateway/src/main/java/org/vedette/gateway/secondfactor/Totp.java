package org.vedette.gateway.secondfactor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time passwords with the parameters that authenticator apps use: SHA-1, six digits, 30 s (RFC 6238). */
public final class Totp {

    private static final String ALGORITHM = "HmacSHA1";
    private static final int STEP_SECONDS = 30;
    private static final int DIGITS = 6;
    private static final int MODULUS = 1_000_000;

    private Totp() {}

    /** The time step of a password; one before and one after the present are accepted too (RFC 6238 §5.2). */
    static Optional<Long> matchingStep(TotpSecret secret, String password, Instant now) {
        var digits = digits(password);
        var present = step(now);
        return LongStream.rangeClosed(present - 1, present + 1)
                .filter(step -> isEqual(at(secret, step), digits))
                .boxed()
                .findFirst();
    }

    /** Whether a text has the length of a password, whatever the spaces in it. */
    static boolean isPassword(String text) {
        return digits(text).length() == DIGITS;
    }

    private static String digits(String password) {
        return password.replaceAll("\\s", "");
    }

    static long step(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
    }

    /** The password of a time step (RFC 4226 §5.3). */
    static String at(TotpSecret secret, long step) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.bytes(), ALGORITHM));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            var offset = hash[hash.length - 1] & 0xF;
            var number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", number % MODULUS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HMAC-SHA-1", e);
        }
    }

    private static boolean isEqual(String expected, String actual) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), actual.getBytes(StandardCharsets.UTF_8));
    }
}
