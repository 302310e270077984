package org.vedette.gateway.servicetokens;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.vedette.starter.security.ServiceTokens;

/** Issues the short-lived JWTs that identify a caller to the services (RFC 7519). The gateway does not accept them. */
public class ServiceTokenIssuer {

    private static final Duration LIFETIME = Duration.ofMinutes(2);

    private final SigningKeys keys;
    private final Clock clock;

    ServiceTokenIssuer(SigningKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Issues a token.
     *
     * @param subject what identifies the caller for good
     * @param name the caller's name as people read it
     */
    public String issue(String subject, String name, List<String> roles) {
        var now = clock.instant();
        return keys.sign(new JWTClaimsSet.Builder()
                .issuer(ServiceTokens.ISSUER)
                .audience(ServiceTokens.AUDIENCE)
                .subject(subject)
                .claim(ServiceTokens.NAME, name)
                .claim(ServiceTokens.ROLES, roles)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .build());
    }
}
