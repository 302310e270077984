package org.vedette.gateway.servicetokens;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.vedette.starter.security.ServiceTokens;

/**
 * Issues the short-lived JWTs that identify a caller to the services (RFC 7519). The gateway does not accept them. A caller gets
 * the same token for some seconds, since signing one, and verifying it, takes longer than many a request does.
 */
public class ServiceTokenIssuer {

    private static final Duration LIFETIME = Duration.ofMinutes(2);
    private static final Duration REUSED = Duration.ofSeconds(20);
    private static final int MAX_KEPT = 1_000;

    private final SigningKeys keys;
    private final Clock clock;
    private final Cache<Bearer, String> tokens;

    ServiceTokenIssuer(SigningKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
        this.tokens = Caffeine.newBuilder()
                .maximumSize(MAX_KEPT)
                .expireAfterWrite(REUSED)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .build();
    }

    /** Whom a token identifies, with all that it says of them. */
    private record Bearer(String subject, String name, List<String> roles) {

        Bearer {
            roles = List.copyOf(roles);
        }
    }

    /**
     * A token that is valid for more than a minute.
     *
     * @param subject what identifies the caller for good
     * @param name the caller's name as people read it
     */
    public String issue(String subject, String name, List<String> roles) {
        return tokens.get(new Bearer(subject, name, roles), this::sign);
    }

    private String sign(Bearer bearer) {
        var now = clock.instant();
        return keys.sign(new JWTClaimsSet.Builder()
                .issuer(ServiceTokens.ISSUER)
                .audience(ServiceTokens.AUDIENCE)
                .subject(bearer.subject())
                .claim(ServiceTokens.NAME, bearer.name())
                .claim(ServiceTokens.ROLES, bearer.roles())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .build());
    }
}
