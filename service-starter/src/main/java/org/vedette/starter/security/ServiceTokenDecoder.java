package org.vedette.starter.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Decodes the gateway's tokens, and refuses one whose claims are missing, of a wrong type or too long-lived, whoever signed
 * it. A signature is verified once: the gateway sends the same token for some seconds, and verifying it takes longer than many
 * a request does. A key that the gateway has dropped is therefore accepted for as long once more.
 */
final class ServiceTokenDecoder implements ReactiveJwtDecoder {

    private static final int MAX_VERIFIED = 1_000;
    private static final Duration KEPT = Duration.ofSeconds(30);

    private final ReactiveJwtDecoder verifier;
    private final InstantSource clock;
    private final Cache<String, Jwt> verified = Caffeine.newBuilder()
            .maximumSize(MAX_VERIFIED)
            .expireAfterWrite(KEPT)
            .executor(Runnable::run)
            .build();

    /** @param verifier checks signature and times */
    ServiceTokenDecoder(ReactiveJwtDecoder verifier, InstantSource clock) {
        this.verifier = verifier;
        this.clock = clock;
    }

    @Override
    public Mono<Jwt> decode(String token) {
        return Mono.defer(() -> {
            var violation = violation(token);
            return violation == null ? verified(token) : Mono.error(new BadJwtException(violation));
        });
    }

    private Mono<Jwt> verified(String token) {
        var known = verified.getIfPresent(token);
        return known != null && !hasExpired(known)
                ? Mono.just(known)
                : verifier.decode(token).doOnNext(jwt -> verified.put(token, jwt));
    }

    private boolean hasExpired(Jwt token) {
        var expiry = token.getExpiresAt();
        return expiry == null || !clock.instant().isBefore(expiry);
    }

    private @Nullable String violation(String token) {
        try {
            return ServiceTokenClaims.parse(token).violation(clock.instant());
        } catch (ParseException e) {
            return "The token cannot be read: " + e.getMessage();
        }
    }
}
