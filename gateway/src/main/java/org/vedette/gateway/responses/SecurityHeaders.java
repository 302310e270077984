package org.vedette.gateway.responses;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.vedette.gateway.GatewayProperties;

/** The security headers of every response, such as the Content Security Policy. */
@Component
public class SecurityHeaders {

    /** Allows no inline script or style, and nothing from another origin. */
    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "script-src 'self'",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'");

    private static final String NOTHING = "default-src 'none'; sandbox";

    private static final String PERMISSIONS_POLICY =
            "browsing-topics=(), camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    private final Map<AddressPolicy, Map<String, String>> byPolicy = new EnumMap<>(AddressPolicy.class);

    SecurityHeaders(GatewayProperties properties) {
        Arrays.stream(AddressPolicy.values())
                .forEach(policy -> byPolicy.put(policy, headers(policy, properties.secure())));
    }

    /** The headers where nothing is known about the address. */
    public Map<String, String> asMap() {
        return of(AddressPolicy.SITE);
    }

    Map<String, String> of(AddressPolicy policy) {
        return Objects.requireNonNull(byPolicy.get(policy));
    }

    private static Map<String, String> headers(AddressPolicy policy, boolean secure) {
        var headers = new LinkedHashMap<String, String>();
        headers.put(
                "Content-Security-Policy",
                policy == AddressPolicy.UPLOADED ? NOTHING : CONTENT_SECURITY_POLICY + framing(policy));
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", policy == AddressPolicy.PREVIEW ? "SAMEORIGIN" : "DENY");
        // The address of a preview has the secret that opens it.
        headers.put(
                "Referrer-Policy", policy == AddressPolicy.PREVIEW ? "no-referrer" : "strict-origin-when-cross-origin");
        headers.put("Permissions-Policy", PERMISSIONS_POLICY);
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", isForOtherOrigins(policy) ? "cross-origin" : "same-origin");
        if (secure) {
            headers.put("Strict-Transport-Security", "max-age=31536000");
        }
        return Collections.unmodifiableMap(headers);
    }

    private static String framing(AddressPolicy policy) {
        return switch (policy) {
            case PREVIEW -> "; frame-ancestors 'self'; sandbox";
            case STUDIO -> "; frame-src 'self'; frame-ancestors 'none'";
            case SITE, EMBEDDABLE, UPLOADED, OPEN -> "; frame-ancestors 'none'";
        };
    }

    private static boolean isForOtherOrigins(AddressPolicy policy) {
        return switch (policy) {
            case OPEN, EMBEDDABLE, UPLOADED -> true;
            case SITE, STUDIO, PREVIEW -> false;
        };
    }
}
