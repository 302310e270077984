package org.vedette.gateway.sessions;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Where a person goes after signing in: a path of this site, never another site. */
public record ReturnAddress(String path) {

    private static final ReturnAddress DEFAULT = new ReturnAddress("/account");
    private static final int MAX_LENGTH = 2_000;

    /** One slash, and nothing that a browser drops or reads as another slash (WHATWG URL). */
    private static final Pattern OWN_PATH = Pattern.compile("/(?![/\\\\])[^\\\\\\p{Cntrl}\\s]*");

    /** The account page when the text is anything but a path of this site, or is the login itself. */
    public static ReturnAddress of(String text) {
        return isOwnPath(text) && !text.startsWith("/login") && !text.startsWith("/logout")
                ? new ReturnAddress(text)
                : DEFAULT;
    }

    private static boolean isOwnPath(String text) {
        if (text.length() > MAX_LENGTH || !OWN_PATH.matcher(text).matches()) {
            return false;
        }
        try {
            var uri = new URI(text);
            return uri.getScheme() == null && uri.getRawAuthority() == null && isOwnWhenDecoded(uri.getRawPath());
        } catch (URISyntaxException | IllegalArgumentException e) {
            return false;
        }
    }

    /** A proxy may decode a path before it passes it on. */
    private static boolean isOwnWhenDecoded(String path) {
        var once = URLDecoder.decode(path, StandardCharsets.UTF_8);
        var twice = URLDecoder.decode(once, StandardCharsets.UTF_8);
        return isWithoutSecondSlash(once) && isWithoutSecondSlash(twice);
    }

    private static boolean isWithoutSecondSlash(String path) {
        return !path.startsWith("//") && path.indexOf('\\') < 0 && path.chars().noneMatch(Character::isISOControl);
    }
}
