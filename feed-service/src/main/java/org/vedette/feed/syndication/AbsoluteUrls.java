package org.vedette.feed.syndication;

import java.net.URI;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the URLs in sanitized HTML absolute, as feeds are read outside of the site.
 *
 * <p>Sanitized HTML has attributes in double quotes without {@code <} or {@code >}, so a scan suffices.
 */
final class AbsoluteUrls {

    private static final Pattern TAG = Pattern.compile("<[a-zA-Z][^<>]*+>");
    private static final Pattern ADDRESS = Pattern.compile("(\\s(?:href|src|cite)=\")([^\"]*+)(?=\")");
    private static final Pattern CANDIDATES = Pattern.compile("(\\ssrcset=\")([^\"]*+)(?=\")");

    /** The address of one of several images, which a comma and a blank part (HTML standard §4.8.4.2.1). */
    private static final Pattern CANDIDATE = Pattern.compile("(^|,\\s*+)([^\\s,]++)");

    private static final Pattern SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*+:.*");

    private final URI page;

    /** @param page absolute address the HTML is shown at */
    AbsoluteUrls(String page) {
        this.page = URI.create(page);
    }

    String in(String html) {
        return TAG.matcher(html).replaceAll(tag -> Matcher.quoteReplacement(inTag(tag.group())));
    }

    private String inTag(String tag) {
        var addresses = ADDRESS.matcher(tag).replaceAll(this::absolute);
        return CANDIDATES
                .matcher(addresses)
                .replaceAll(attribute -> Matcher.quoteReplacement(attribute.group(1)
                        + CANDIDATE.matcher(attribute.group(2)).replaceAll(this::absolute)));
    }

    private String absolute(MatchResult attribute) {
        return Matcher.quoteReplacement(attribute.group(1) + absolute(attribute.group(2)));
    }

    /** The path is resolved, the rest is carried over untouched: it may be full of character references. */
    private String absolute(String address) {
        if (SCHEME.matcher(address).matches()) {
            return address;
        }
        if (address.startsWith("//")) {
            return page.getScheme() + ":" + address;
        }
        var end = endOfPath(address);
        var path = address.substring(0, end);
        return (path.isEmpty() ? page.toString() : resolved(path)) + address.substring(end);
    }

    private String resolved(String path) {
        try {
            return page.resolve(path).toString();
        } catch (IllegalArgumentException notAPath) {
            return page.resolve("/") + path.replaceFirst("^/", "");
        }
    }

    private static int endOfPath(String address) {
        for (var index = 0; index < address.length(); index++) {
            if ("?#&".indexOf(address.charAt(index)) >= 0) {
                return index;
            }
        }
        return address.length();
    }
}
