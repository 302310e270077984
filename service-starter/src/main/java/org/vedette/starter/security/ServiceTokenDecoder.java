package org.vedette.starter.security;

import java.text.ParseException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Decodes the gateway's tokens, and refuses one whose claims are missing, of a wrong type or too long-lived, whoever signed
 * it.
 */
final class ServiceTokenDecoder implements ReactiveJwtDecoder {

    private final ReactiveJwtDecoder verifier;
    private final InstantSource clock;

    /** @param verifier checks signature and times */
    ServiceTokenDecoder(ReactiveJwtDecoder verifier, InstantSource clock) {
        this.verifier = verifier;
        this.clock = clock;
    }

    @Override
    public Mono<Jwt> decode(String token) {
        return Mono.defer(() -> {
            var violation = violation(token);
            return violation == null ? verifier.decode(token) : Mono.error(new BadJwtException(violation));
        });
    }

    private @Nullable String violation(String token) {
        try {
            return ServiceTokenClaims.parse(token).violation(clock.instant());
        } catch (ParseException e) {
            return "The token cannot be read: " + e.getMessage();
        }
    }
}
