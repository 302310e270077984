package org.vedette.gateway.responses;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.vedette.gateway.GatewayProperties;

/** The security headers of every response, such as the Content Security Policy. */
@Component
public class SecurityHeaders {

    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "script-src 'self'",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'");

    private static final String PERMISSIONS_POLICY =
            "browsing-topics=(), camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    private final Map<String, String> headers = new LinkedHashMap<>();

    SecurityHeaders(GatewayProperties properties) {
        headers.put("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Referrer-Policy", "strict-origin-when-cross-origin");
        headers.put("Permissions-Policy", PERMISSIONS_POLICY);
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        if (properties.secure()) {
            headers.put("Strict-Transport-Security", "max-age=31536000");
        }
    }

    public Map<String, String> asMap() {
        return Collections.unmodifiableMap(headers);
    }
}
