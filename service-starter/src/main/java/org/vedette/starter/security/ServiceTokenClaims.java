package org.vedette.starter.security;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The claims of a token as they were sent, before anything is known about its signature. */
final class ServiceTokenClaims {

    private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    private final Map<String, Object> claims;

    private ServiceTokenClaims(Map<String, Object> claims) {
        this.claims = claims;
    }

    /** @throws ParseException when the token is no signed JWT with registered claims of the right types */
    static ServiceTokenClaims parse(String token) throws ParseException {
        var jwt = SignedJWT.parse(token);
        // Checks the types of the registered claims (RFC 7519 §4.1).
        if (jwt.getJWTClaimsSet() == null) {
            throw new ParseException("the payload is no JSON object", 0);
        }
        return new ServiceTokenClaims(jwt.getPayload().toJSONObject());
    }

    /** What is wrong with the claims; null when nothing is. */
    @Nullable
    String violation(Instant now) {
        if (!ServiceTokens.ISSUER.equals(claims.get("iss"))) {
            return "iss is not " + ServiceTokens.ISSUER;
        }
        if (!isText(claims.get("sub"))) {
            return "sub is missing or no text";
        }
        if (!isForServices(claims.get("aud"))) {
            return "aud does not contain " + ServiceTokens.AUDIENCE;
        }
        if (!areTexts(claims.get(ServiceTokens.ROLES))) {
            return "roles is no list of texts";
        }
        if (claims.containsKey(ServiceTokens.NAME) && !isText(claims.get(ServiceTokens.NAME))) {
            return "name is no text";
        }
        return isShortLived(now) ? null : "exp is missing or too far away";
    }

    private static boolean isForServices(@Nullable Object audience) {
        return ServiceTokens.AUDIENCE.equals(audience)
                || (audience instanceof List<?> audiences && audiences.contains(ServiceTokens.AUDIENCE));
    }

    private static boolean areTexts(@Nullable Object value) {
        return value instanceof List<?> values
                && !values.isEmpty()
                && values.stream().allMatch(ServiceTokenClaims::isText);
    }

    private static boolean isText(@Nullable Object value) {
        return value instanceof String text && !text.isBlank();
    }

    /** Without {@code iat} the time that is left counts. */
    private boolean isShortLived(Instant now) {
        if (!(claims.get("exp") instanceof Number expiry)) {
            return false;
        }
        var longest = ServiceTokens.MAX_LIFETIME.toSeconds();
        var issuedAt = claims.get("iat");
        var lifetimeIsShort = issuedAt == null
                || (issuedAt instanceof Number issued && expiry.doubleValue() - issued.doubleValue() <= longest);
        return lifetimeIsShort && expiry.doubleValue() <= now.getEpochSecond() + longest + CLOCK_SKEW.toSeconds();
    }
}
