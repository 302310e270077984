package org.vedette.post.requests;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

/**
 * Identifies a request that a client may repeat.
 *
 * @param value of the person, the operation and the key that the client chose
 * @param fingerprint of the content of the request
 */
public record IdempotencyKey(String value, String fingerprint) {

    /** How long a repeated request gets the first response. */
    public static final Duration VALIDITY = Duration.ofHours(24);

    /** The key of a request; equal ones of different people or operations have nothing to do with each other. */
    public static IdempotencyKey of(Person person, String operation, String key, byte[] content) {
        return new IdempotencyKey(
                sha256((person.id() + '\n' + operation + '\n' + key).getBytes(StandardCharsets.UTF_8)),
                sha256(content));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
