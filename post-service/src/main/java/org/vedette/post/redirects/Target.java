package org.vedette.post.redirects;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.vedette.post.content.InvalidValueException;

/** The path of a page of this site for readers, to which an old address leads. */
public record Target(String value) {

    private static final int MAX = 500;
    private static final String TAGS = "/tags/";
    private static final String SEGMENT = "[\\p{L}\\p{M}\\p{N}.+#_-]+";
    private static final Pattern PAGE = Pattern.compile(
            "/|/archive|/(?:posts|series|tags|authors)(?:/" + SEGMENT + ")?|/archive/\\d{4}(?:/\\d{2})?");

    public Target {
        if (value.length() > MAX || !PAGE.matcher(value).matches() || value.equals("/posts")) {
            throw new InvalidValueException(
                    "must be the path of a page of this site, such as /posts/a-loader, /series/weekly-brief, /tags/loader,"
                            + " /authors/ada, /archive/2016 or /");
        }
    }

    /**
     * Parses a path, or an address of this site as people copy it.
     *
     * @param baseUrl with which the addresses of this site begin
     */
    public static Target parse(String address, String baseUrl) {
        var text = address.strip();
        if (text.indexOf('#') >= 0 || text.indexOf('?') >= 0) {
            throw new InvalidValueException(
                    "must be a path alone: leave out what begins with # or ?, and write %23 for a # in a tag");
        }
        if (text.equals(baseUrl)) {
            return new Target("/");
        }
        var path = decoded(text.startsWith(baseUrl + "/") ? text.substring(baseUrl.length()) : text);
        if (path.indexOf('#') >= 0 && !path.startsWith(TAGS)) {
            throw new InvalidValueException("must not have a #, which only tags have");
        }
        return new Target(path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    }

    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new InvalidValueException("has a percent sign that begins no encoded character");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
