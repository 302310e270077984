package org.vedette.starter.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Makes entity tags and evaluates the preconditions of a read (RFC 9110 §8.8.3, §13). */
public final class ConditionalRequest {

    private static final String GZIP_SUFFIX = "-gzip\"";

    /** 120 bits: collisions are out of the question. */
    private static final int TAG_BYTES = 15;

    private static final long MILLIS_PER_SECOND = 1_000;

    private ConditionalRequest() {}

    /** The strong entity tag of a content. It depends on nothing else, so every instance makes the same one. */
    public static String entityTag(byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content);
            return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, TAG_BYTES)) + '"';
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** The tag of the same content compressed, which is another representation (RFC 9110 §8.8.3.3). */
    public static String gzipped(String tag) {
        return tag.substring(0, tag.length() - 1) + GZIP_SUFFIX;
    }

    /** The tag of the content as it is, from that of either representation. */
    public static String plain(String tag) {
        return tag.endsWith(GZIP_SUFFIX) ? tag.substring(0, tag.length() - GZIP_SUFFIX.length()) + '"' : tag;
    }

    /**
     * Whether the client holds what the response would carry. {@code If-None-Match} takes precedence over
     * {@code If-Modified-Since} (RFC 9110 §13.2.2); a tag of either representation matches, as both carry one content.
     *
     * @param lastModified date of the response; null when it carries none
     */
    public static boolean isNotModified(HttpHeaders request, String tag, @Nullable Instant lastModified) {
        var tags = request.get(HttpHeaders.IF_NONE_MATCH);
        if (tags != null) {
            return tags.stream().anyMatch(line -> contains(line, withoutSuffix(tag)));
        }
        return lastModified != null
                && request.containsHeader(HttpHeaders.IF_MODIFIED_SINCE)
                && request.getIfModifiedSince() / MILLIS_PER_SECOND >= lastModified.getEpochSecond();
    }

    private static boolean contains(String line, String tag) {
        if (line.strip().equals("*")) {
            return true;
        }
        for (var from = line.indexOf(tag); from >= 0; from = line.indexOf(tag, from + 1)) {
            var rest = line.substring(from + tag.length());
            if (rest.startsWith("\"") || rest.startsWith(GZIP_SUFFIX)) {
                return true;
            }
        }
        return false;
    }

    /** The tag without its closing quote and the suffix of its representation. */
    private static String withoutSuffix(String tag) {
        return tag.substring(0, tag.length() - (tag.endsWith(GZIP_SUFFIX) ? GZIP_SUFFIX.length() : 1));
    }
}
