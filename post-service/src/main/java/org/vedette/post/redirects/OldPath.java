package org.vedette.post.redirects;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Pattern;
import org.vedette.post.content.InvalidValueException;
import org.vedette.post.content.PlainText;

/**
 * The path of an address of an earlier blog, or of the page of a tag or author that was renamed, decoded, in NFC and without a
 * slash at its end. It is never another one that this site uses itself, so that no redirect hides a page.
 */
public record OldPath(String value) {

    public static final int MAX = 500;

    /** First segments of the addresses of this site, and of what its gateway answers itself. */
    private static final Set<String> OURS = Set.of(
            "posts",
            "series",
            "tags",
            "authors",
            "archive",
            "search",
            "feeds",
            "cards",
            "live",
            "media",
            "preview",
            "subscribe",
            "subscriptions",
            "api",
            "studio",
            "account",
            "admin",
            "login",
            "logout",
            "status",
            "status.json",
            "docs",
            "assets",
            "internal",
            "actuator",
            ".well-known",
            "imprint",
            "privacy",
            "favicon.ico",
            "apple-touch-icon.png",
            "robots.txt",
            "opensearch.xml",
            "security.txt",
            "feed",
            "feed.xml",
            "feed.json",
            "rss",
            "rss.xml",
            "atom",
            "atom.xml");

    private static final Pattern SITEMAP = Pattern.compile("sitemap(-.*)?\\.xml");
    private static final Pattern RENAMED = Pattern.compile("/(?:tags|authors)/[^/]+");
    private static final Pattern DOTS = Pattern.compile("/\\.{1,2}(/|$)");
    private static final Pattern SCHEME = Pattern.compile("(?i)https?://.*");

    public OldPath {
        if (value.length() < 2 || value.charAt(0) != '/') {
            throw new InvalidValueException("must be a path such as /2016/06/30/a-loader");
        }
        if (value.length() > MAX) {
            throw new InvalidValueException("must have at most " + MAX + " characters, has " + value.length());
        }
        if (value.contains("//") || value.indexOf('\\') >= 0 || value.endsWith("/")) {
            throw new InvalidValueException(
                    "must be a path without empty segments, backslashes and a slash at its end");
        }
        if (!RENAMED.matcher(value).matches()) {
            requireElsewhere(value);
        }
    }

    private static void requireElsewhere(String path) {
        var segment = firstSegment(path);
        if (OURS.contains(segment) || SITEMAP.matcher(segment).matches()) {
            throw new InvalidValueException(
                    "is an address of this site, which a redirect would hide: /" + segment + " is in use");
        }
    }

    /** The path of the page of a tag or author, which leads elsewhere once it has no post. */
    static OldPath ofPage(Target page) {
        return new OldPath(page.value());
    }

    /** Parses the path of an address as people copy it: with or without the host, encoded or not; its query does not count. */
    public static OldPath parse(String address) {
        var path = parseKnown(address);
        requireElsewhere(path.value());
        refuseWhatNoRequestHas(path.value());
        return path;
    }

    /** Parses the path of a redirect that there may be, as people copy it. */
    static OldPath parseKnown(String address) {
        var text = PlainText.publishable(address.strip());
        var path = SCHEME.matcher(text).matches() ? pathOf(text) : beforeQuery(text);
        var decoded = Normalizer.normalize(decoded(path), Normalizer.Form.NFC);
        PlainText.requirePublishable(decoded);
        return new OldPath(
                decoded.length() > 1 && decoded.endsWith("/") ? decoded.substring(0, decoded.length() - 1) : decoded);
    }

    private static void refuseWhatNoRequestHas(String path) {
        if (path.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidValueException("must be on one line, without line ends and tabs");
        }
        if (DOTS.matcher(path).find()) {
            throw new InvalidValueException(
                    "must not have the segments . and .., which browsers resolve: name the path that they lead to");
        }
    }

    private static String pathOf(String url) {
        try {
            var path = new URI(beforeQuery(url).replace(" ", "%20")).getRawPath();
            return path == null ? "" : path;
        } catch (URISyntaxException malformed) {
            throw new InvalidValueException("must be a path such as /2016/06/30/a-loader");
        }
    }

    private static String beforeQuery(String text) {
        return text.split("[?#]", 2)[0];
    }

    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new InvalidValueException("has a percent sign that begins no encoded character");
        }
    }

    private static String firstSegment(String path) {
        var end = path.indexOf('/', 1);
        return end < 0 ? path.substring(1) : path.substring(1, end);
    }

    @Override
    public String toString() {
        return value;
    }
}
