package org.vedette.notification.signup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vedette.notification.MutableClock;
import org.vedette.notification.signup.SignUpLimits.Refusal;
import org.vedette.notification.signup.SignUpLimits.Subject;
import org.vedette.notification.subscribers.EmailAddress;

class SignUpLimitsTests {

    private static final ClientNetwork CLIENT = new ClientNetwork("192.0.2.1", "192.0.2.1", "192.0.2.0/24");
    private static final Duration HOUR = Duration.ofHours(1);

    private final MutableClock clock = new MutableClock();

    @ParameterizedTest
    @EnumSource(Subject.class)
    void eachLimitRefusesWhatIsOneTooMany(Subject subject) {
        var limits = new SignUpLimits(Map.of(subject, new RateLimit(2, HOUR)), clock);

        assertThat(limits.admit(CLIENT, address("bomb+1@example.org"))).isEmpty();
        assertThat(limits.admit(CLIENT, address("bomb+2@example.org"))).isEmpty();
        assertThat(limits.admit(CLIENT, address("bomb+3@example.org")))
                .contains(new Refusal(subject, Duration.ofMinutes(30)));
    }

    @ParameterizedTest
    @EnumSource(value = Subject.class, names = "TOTAL", mode = EnumSource.Mode.EXCLUDE)
    void othersAreNotLimitedByIt(Subject subject) {
        var limits = new SignUpLimits(Map.of(subject, new RateLimit(1, HOUR)), clock);
        var other = new ClientNetwork("198.51.100.1", "198.51.100.1", "198.51.100.0/24");

        assertThat(limits.admit(CLIENT, address("ada@example.org"))).isEmpty();
        assertThat(limits.admit(other, address("bob@example.com"))).isEmpty();
    }

    @Test
    void theNextOneIsAllowedWhenTheLimitSaysSo() {
        var limits = new SignUpLimits(Map.of(Subject.CLIENT, new RateLimit(2, HOUR)), clock);
        admitted(limits, "a@example.org");
        admitted(limits, "b@example.org");
        var refusal = limits.admit(CLIENT, address("c@example.org")).orElseThrow();

        clock.advance(refusal.retryAfter().minusMillis(1));
        assertThat(limits.admit(CLIENT, address("c@example.org"))).isPresent();
        clock.advance(Duration.ofMillis(1));
        assertThat(limits.admit(CLIENT, address("c@example.org"))).isEmpty();
    }

    @Test
    void whatOneLimitRefusesIsCountedByNoOther() {
        var limits = new SignUpLimits(
                Map.of(Subject.MAILBOX, new RateLimit(1, HOUR), Subject.CLIENT, new RateLimit(2, HOUR)), clock);
        admitted(limits, "a@example.org");

        for (var attempt = 0; attempt < 10; attempt++) {
            assertThat(limits.admit(CLIENT, address("a@example.org"))).isPresent();
        }

        assertThat(limits.admit(CLIENT, address("b@example.org"))).isEmpty();
    }

    @Test
    void withoutLimitsEverythingIsAllowed() {
        var limits = new SignUpLimits(Map.of(), clock);

        for (var attempt = 0; attempt < 1_000; attempt++) {
            assertThat(limits.admit(CLIENT, address("a@example.org"))).isEqualTo(Optional.empty());
        }
    }

    private static void admitted(SignUpLimits limits, String address) {
        assertThat(limits.admit(CLIENT, address(address))).isEmpty();
    }

    private static EmailAddress address(String value) {
        return EmailAddress.parse(value).orElseThrow();
    }
}
