package org.vedette.gateway.addresses;

import java.util.Map;
import java.util.Optional;

/** Where what people type is really found. */
final class PermanentRedirects {

    private static final String RSS = "/feeds/rss.xml";
    private static final String ATOM = "/feeds/atom.xml";
    private static final String JSON_FEED = "/feeds/feed.json";

    private static final Map<String, String> OTHER_NAMES = Map.of(
            "/feed", RSS,
            "/feed.xml", RSS,
            "/rss", RSS,
            "/rss.xml", RSS,
            "/atom", ATOM,
            "/atom.xml", ATOM,
            "/feed.json", JSON_FEED,
            // The address before RFC 9116 §3.
            "/security.txt", SecurityTxtController.ADDRESS);

    private PermanentRedirects() {}

    /**
     * The path at which the resource of another path is found; empty when it is found there, or nowhere. The result always
     * starts with exactly one slash, so that as a reference it never names another host (RFC 3986 §4.2).
     */
    static Optional<String> of(String rawPath) {
        if (rawPath.length() < 2 || isAmbiguous(rawPath)) {
            return Optional.empty();
        }
        var path = withoutTrailingSlash(rawPath);
        var target = OTHER_NAMES.getOrDefault(path, path);
        return target.equals(rawPath) ? Optional.empty() : Optional.of(target);
    }

    private static boolean isAmbiguous(String path) {
        return path.charAt(0) != '/' || path.contains("//") || path.indexOf('\\') >= 0;
    }

    private static String withoutTrailingSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
