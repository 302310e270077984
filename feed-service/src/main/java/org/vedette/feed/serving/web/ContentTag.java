package org.vedette.feed.serving.web;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** A strong entity tag, made of nothing but the content: every instance gives the same one. */
final class ContentTag {

    /** Far more than chance needs. */
    private static final int BYTES = 15;

    private ContentTag() {}

    /** The tag in its quotes, as in RFC 9110 §8.8.3. */
    static String of(byte[] content) {
        var digest = Arrays.copyOf(sha256(content), BYTES);
        return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(digest) + '"';
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
