package org.vedette.starter.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.springframework.http.HttpHeaders;

/** Negotiates and applies content codings (RFC 9110 §8.4.1, §12.5.3). The only one used is gzip. */
public final class ContentCodings {

    /** The quality value 0 (RFC 9110 §12.4.2) among the parameters of a coding. */
    private static final Pattern NOT_ACCEPTABLE = Pattern.compile("\\s*[qQ]\\s*=\\s*0(\\.0*)?\\s*");

    private ContentCodings() {}

    /** True only when the request names gzip: a client that accepts {@code *} may be unable to decode it. */
    public static boolean acceptsGzip(HttpHeaders request) {
        var lines = request.get(HttpHeaders.ACCEPT_ENCODING);
        if (lines == null) {
            return false;
        }
        for (var coding : String.join(",", lines).split(",", -1)) {
            var parts = coding.split(";", -1);
            if (parts[0].strip().equalsIgnoreCase("gzip")) {
                return Stream.of(parts)
                        .skip(1)
                        .noneMatch(
                                parameter -> NOT_ACCEPTABLE.matcher(parameter).matches());
            }
        }
        return false;
    }

    public static byte[] gzip(byte[] content) {
        var compressed = new ByteArrayOutputStream(content.length / 2);
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(content);
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return compressed.toByteArray();
    }
}
