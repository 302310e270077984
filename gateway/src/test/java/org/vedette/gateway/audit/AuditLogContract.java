package org.vedette.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What every implementation of {@link AuditLog} must do. */
public abstract class AuditLogContract {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Instant THEN = Instant.parse("2026-11-30T12:00:00Z");

    private static final Instant YEARS_AGO = Instant.parse("2020-02-28T23:30:00Z");

    protected abstract AuditLog audit();

    @Test
    void theNewestEventsComeFirstUntilTheyAreForgotten() {
        var first = recorded("ada", AuditAction.SIGNED_IN, THEN);
        var second = recorded("ada", AuditAction.TOKEN_CREATED, THEN.plusSeconds(1));
        var third = recorded("ada", AuditAction.SIGNED_OUT, THEN.plus(Duration.ofDays(3)));
        var all = new AuditFilter(null, null, THEN, THEN.plus(Duration.ofDays(4)), null);

        assertThat(events(all)).containsExactly(third, second, first);

        get(audit().forgetBefore(THEN.plusSeconds(1)));

        assertThat(events(all)).containsExactly(third, second);
        get(audit().forgetBefore(THEN.plus(Duration.ofDays(5))));
    }

    @Test
    void eventsAreFoundByPersonActionAndTime() {
        var byAda = recorded("ada@example.org", AuditAction.LOGIN_FAILED, YEARS_AGO);
        var byGrace = recorded("grace@example.org", AuditAction.LOGIN_FAILED, YEARS_AGO.plusSeconds(60));
        recorded("grace@example.org", AuditAction.SIGNED_IN, YEARS_AGO.plusSeconds(61));
        var until = YEARS_AGO.plus(Duration.ofHours(1));

        assertThat(events(new AuditFilter("ada@example.org", null, YEARS_AGO, until, null)))
                .containsExactly(byAda);
        assertThat(events(new AuditFilter(null, AuditAction.LOGIN_FAILED, YEARS_AGO, until, null)))
                .containsExactly(byGrace, byAda);
        assertThat(events(new AuditFilter(null, AuditAction.LOGIN_FAILED, YEARS_AGO.plusSeconds(1), until, null)))
                .containsExactly(byGrace);
    }

    @Test
    void theListGoesOnAfterAnEventAmongOthersOfTheSameMillisecond() {
        var then = YEARS_AGO.plus(Duration.ofDays(30));
        for (int i = 0; i < 5; i++) {
            recorded("ada " + i, AuditAction.SIGNED_IN, then);
        }
        var filter = new AuditFilter(null, null, then, then, null);
        var all = get(audit().find(filter).collectList());
        var second = Objects.requireNonNull(all).get(1).position();

        var rest = get(
                audit().find(new AuditFilter(null, null, then, then, second)).collectList());

        assertThat(all).hasSize(5);
        assertThat(rest).isEqualTo(all.subList(2, 5));
        assertThat(AuditPosition.parse(second.text())).contains(second);
    }

    @Test
    void anEventThatAnotherReleaseRecordedIsShownAsItIs() {
        var then = YEARS_AGO.plus(Duration.ofDays(60));
        var event = new AuditEvent(then, "ada", "192.0.2.1", "something-new", "nightly");
        get(audit().record(event));

        assertThat(events(new AuditFilter(null, null, then, then, null))).containsExactly(event);
    }

    private @Nullable List<AuditEvent> events(AuditFilter filter) {
        return get(audit().find(filter).map(AuditEntry::event).collectList());
    }

    @CanIgnoreReturnValue
    private AuditEvent recorded(String who, AuditAction action, Instant at) {
        var event = new AuditEvent(at, who, "192.0.2.1", action, "nightly");
        get(audit().record(event));
        return event;
    }

    @CanIgnoreReturnValue
    private static <T> @Nullable T get(Mono<T> mono) {
        return mono.block(TIMEOUT);
    }
}
