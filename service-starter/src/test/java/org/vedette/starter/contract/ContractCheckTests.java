package org.vedette.starter.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContractCheckTests {

    private static final Duration DAY = Duration.ofDays(1);

    private Instant now = Instant.parse("2026-11-30T10:00:00Z");
    private List<Violation> found = List.of();
    private int checks;

    private final ContractCheck check = check(false);

    @Test
    void eventsInDangerAtTheStartKeepAServiceFromBeingReady() {
        found = List.of(unsafe());
        check.run();

        assertThat(check.isUnready()).isTrue();
    }

    @Test
    void aServiceIsReadyAsSoonAsTheTopicIsMended() {
        found = List.of(unsafe());
        check.run();
        found = List.of();
        check.run();

        assertThat(check.isUnready()).isFalse();
    }

    @Test
    void noInstanceEndsBecauseATopicWasChangedWhileItRan() {
        check.run();
        found = List.of(unsafe());
        now = now.plus(DAY);
        check.run();

        assertThat(check.isUnready()).isFalse();
        assertThat(check.violations()).hasSize(1);
    }

    @Test
    void whatIsAcceptedIsReportedOnly() {
        found = List.of(unsafe());
        var accepting = check(true);
        accepting.run();

        assertThat(accepting.isUnready()).isFalse();
        assertThat(accepting.violations()).hasSize(1);
    }

    @Test
    void topicsThatAreFineAreCheckedDaily() {
        check.run();
        now = now.plus(DAY.minusSeconds(1));
        check.run();
        assertThat(checks).isOne();

        now = now.plusSeconds(1);
        check.run();
        assertThat(checks).isEqualTo(2);
    }

    private ContractCheck check(boolean acceptsUnsafe) {
        return new ContractCheck(
                () -> {
                    checks++;
                    return found;
                },
                acceptsUnsafe,
                DAY,
                () -> now);
    }

    private static Violation unsafe() {
        return new Violation("vedette.posts.v1", "deletes events", "kafka-configs …", true);
    }
}
