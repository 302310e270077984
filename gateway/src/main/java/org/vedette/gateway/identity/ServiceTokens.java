package org.vedette.gateway.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;

/** Issues the tokens by which services know a caller: short-lived, and worth nothing outside. */
class ServiceTokens {

    static final String ISSUER = "urn:vedette:gateway";

    static final String AUDIENCE = "vedette";

    private static final Duration LIFETIME = Duration.ofMinutes(2);

    private final SigningKey key;
    private final Clock clock;

    ServiceTokens(SigningKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    String issue(String name, List<String> roles) {
        var now = clock.instant();
        return key.sign(new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(name)
                .claim("roles", roles)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .build());
    }
}
