package org.vedette.starter.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.vedette.testsupport.identity.TestTokenIssuer;
import reactor.core.publisher.Mono;

class ServiceTokenDecoderTests {

    private final Instant begin = Instant.now();
    private final String token = new TestTokenIssuer().tokenWithRoles("editor");
    private final AtomicReference<Instant> now = new AtomicReference<>(begin);
    private final AtomicInteger verifications = new AtomicInteger();
    private final InstantSource clock = () -> now.get();

    @Test
    void aSignatureIsVerifiedOnce() {
        var decoder = new ServiceTokenDecoder(verifying(begin.plusSeconds(60)), clock);

        var first = decoder.decode(token).block(Duration.ofSeconds(1));
        var second = decoder.decode(token).block(Duration.ofSeconds(1));

        assertThat(second).isSameAs(first);
        assertThat(verifications).hasValue(1);
    }

    @Test
    void anExpiredTokenIsVerifiedAgain() {
        var decoder = new ServiceTokenDecoder(verifying(begin.plusSeconds(10)), clock);
        var unused = decoder.decode(token).block(Duration.ofSeconds(1));

        now.set(begin.plusSeconds(10));
        var again = decoder.decode(token).block(Duration.ofSeconds(1));

        assertThat(again).isNotNull();
        assertThat(verifications).hasValue(2);
    }

    @Test
    void whatWasRefusedIsVerifiedAgain() {
        var decoder = new ServiceTokenDecoder(
                any -> {
                    verifications.incrementAndGet();
                    return Mono.error(new BadJwtException("an unknown key"));
                },
                clock);

        for (var attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> decoder.decode(token).block(Duration.ofSeconds(1)))
                    .isInstanceOf(BadJwtException.class);
        }

        assertThat(verifications).hasValue(2);
    }

    private ReactiveJwtDecoder verifying(Instant expiry) {
        return any -> {
            verifications.incrementAndGet();
            return Mono.just(Jwt.withTokenValue(any)
                    .header("alg", "ES256")
                    .subject("ada")
                    .expiresAt(expiry)
                    .build());
        };
    }
}
