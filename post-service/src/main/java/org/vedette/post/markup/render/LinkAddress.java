package org.vedette.post.markup.render;

import java.util.regex.Pattern;

/**
 * The address of a link as HTML has it: what a path, query or fragment cannot have (RFC 3986 §3.3) is percent-encoded, as
 * browsers do it. Brackets are frequent here, in addresses that are defanged behind the host.
 */
final class LinkAddress {

    private static final Pattern START = Pattern.compile("(?:(?i:[a-z][a-z0-9+.-]*):)?(?://[^/?#]*)?");
    private static final Pattern NOT_ALLOWED = Pattern.compile("[ \"<>\\[\\]^`{|}]");

    private LinkAddress() {}

    static String encode(String address) {
        var start = START.matcher(address);
        var end = start.lookingAt() ? start.end() : 0;
        return address.substring(0, end)
                + NOT_ALLOWED
                        .matcher(address.substring(end))
                        .replaceAll(
                                found -> "%%%02X".formatted((int) found.group().charAt(0)));
    }
}
