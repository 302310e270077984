package org.vedette.gateway.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;

/** Issues the short-lived JWTs that identify a caller to the services (RFC 7519). The gateway does not accept them. */
class ServiceTokenIssuer {

    static final String ISSUER = "urn:vedette:gateway";

    static final String AUDIENCE = "vedette";

    private static final Duration LIFETIME = Duration.ofMinutes(2);

    private final SigningKey key;
    private final Clock clock;

    ServiceTokenIssuer(SigningKey key, Clock clock) {
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
