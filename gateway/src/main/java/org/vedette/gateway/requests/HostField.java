package org.vedette.gateway.requests;

import java.util.regex.Pattern;

/** What {@code Host} and {@code :authority} may be, in every version of HTTP. */
public final class HostField {

    /** Host and port without user information or a path (RFC 9110 §7.2, RFC 3986 §3.2.2). */
    private static final Pattern VALID =
            Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._~!$&'()*+,;=%-]+)(:[0-9]{0,5})?");

    private HostField() {}

    public static boolean isValid(CharSequence value) {
        return VALID.matcher(value).matches();
    }
}
