package org.vedette.gateway.servicetokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ServiceTokenIssuerTests {

    private static final Instant START = Instant.parse("2026-11-30T08:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final ServiceTokenIssuer issuer = new ServiceTokenIssuer(
            new SigningKeys(List.of(SigningKey.generate()), Duration.ofMinutes(10), new SetClock(now)),
            new SetClock(now));

    private static final class SetClock extends Clock {

        private final AtomicReference<Instant> now;

        SetClock(AtomicReference<Instant> now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return Objects.requireNonNull(now.get());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void aCallerGetsTheSameTokenForSomeSeconds() {
        var first = issuer.issue("1", "Ada", List.of("editor"));

        now.set(START.plusSeconds(19));

        assertThat(issuer.issue("1", "Ada", List.of("editor"))).isEqualTo(first);
    }

    @Test
    void aTokenIsAlwaysValidForMoreThanAMinute() throws ParseException {
        for (var second = 0; second < 120; second++) {
            now.set(START.plusSeconds(second));
            var token = SignedJWT.parse(issuer.issue("1", "Ada", List.of("editor")));

            var expiry = token.getJWTClaimsSet().getExpirationTime().toInstant();
            assertThat(Duration.between(now.get(), expiry)).isGreaterThan(Duration.ofMinutes(1));
        }
    }

    @Test
    void anotherNameOrRoleIsAnotherToken() {
        var first = issuer.issue("1", "Ada", List.of("editor"));

        assertThat(issuer.issue("1", "Ada", List.of("author"))).isNotEqualTo(first);
        assertThat(issuer.issue("1", "Ada Example", List.of("editor"))).isNotEqualTo(first);
        assertThat(issuer.issue("2", "Ada", List.of("editor"))).isNotEqualTo(first);
    }
}
