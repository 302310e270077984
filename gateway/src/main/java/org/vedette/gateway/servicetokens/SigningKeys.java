package org.vedette.gateway.servicetokens;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The keys of the gateway, which change while it runs: the last one signs, after it has been published for some time. */
class SigningKeys {

    private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);

    private final Duration delay;
    private final InstantSource clock;
    private final AtomicReference<KeySchedule> schedule;

    /**
     * @param keys at least one
     * @param delay how long a key is published before it signs
     */
    SigningKeys(List<SigningKey> keys, Duration delay, InstantSource clock) {
        this.delay = delay;
        this.clock = clock;
        this.schedule = new AtomicReference<>(KeySchedule.start(keys, clock.instant(), delay));
        log.info(
                "Service tokens are signed with the key {}", current().signing().id());
        logUpcoming(current());
    }

    /** Takes over the keys of the settings, at least one. */
    void update(List<SigningKey> keys) {
        logUpcoming(
                Objects.requireNonNull(schedule.updateAndGet(present -> present.with(keys, clock.instant(), delay))));
    }

    String sign(JWTClaimsSet claims) {
        return current().signing().sign(claims);
    }

    /** A JSON Web Key Set (RFC 7517) with the public keys. */
    Map<String, Object> publicKeys() {
        return new JWKSet(current().published().stream()
                        .map(SigningKey::publicKey)
                        .toList())
                .toJSONObject();
    }

    private KeySchedule current() {
        return Objects.requireNonNull(schedule.updateAndGet(present -> present.at(clock.instant())));
    }

    private static void logUpcoming(KeySchedule schedule) {
        var upcoming = schedule.upcoming();
        if (upcoming != null) {
            log.info(
                    "The key {} is published, and signs service tokens from {}",
                    upcoming.key().id(),
                    upcoming.from());
        }
    }
}
