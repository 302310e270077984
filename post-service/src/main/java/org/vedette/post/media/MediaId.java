package org.vedette.post.media;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Identifies a picture by its content: the first 128 bits of the SHA-256 of the file that was uploaded. */
public record MediaId(String value) {

    static final String PATTERN = "[0-9a-f]{32}";

    private static final Pattern VALID = Pattern.compile(PATTERN);
    private static final int LENGTH = 32;

    public MediaId {
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException("no media id: " + value);
        }
    }

    /** Empty when the text cannot be an id. */
    public static Optional<MediaId> parse(String text) {
        return VALID.matcher(text).matches() ? Optional.of(new MediaId(text)) : Optional.empty();
    }

    static MediaId ofSha256(String sha256) {
        return new MediaId(sha256.substring(0, LENGTH));
    }

    /** In hexadecimal. */
    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
