package org.vedette.post.sharing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** The secret of a link: 256 random bits in Base64 for addresses. It is the last part of the address of a preview. */
public record LinkSecret(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

    public LinkSecret {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("no secret of a link");
        }
    }

    /** Empty when the text cannot be one. */
    public static Optional<LinkSecret> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new LinkSecret(text)) : Optional.empty();
    }

    String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Nothing of it, so that no log has it. */
    @Override
    public String toString() {
        return "LinkSecret";
    }
}
