package org.vedette.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What every implementation of {@link AuditLog} must do. */
public abstract class AuditLogContract {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Instant THEN = Instant.parse("2026-11-30T12:00:00Z");

    protected abstract AuditLog audit();

    @Test
    void theNewestEventsComeFirstUntilTheyAreForgotten() {
        var first = recorded(AuditAction.SIGNED_IN, THEN);
        var second = recorded(AuditAction.TOKEN_CREATED, THEN.plusSeconds(1));

        assertThat(get(audit().newest(10).collectList())).containsExactly(second, first);
        assertThat(get(audit().newest(1).collectList())).containsExactly(second);

        get(audit().forgetBefore(THEN.plusSeconds(1)));

        assertThat(get(audit().newest(10).collectList())).containsExactly(second);
    }

    private AuditEvent recorded(AuditAction action, Instant at) {
        var event = new AuditEvent(at, "ada", "192.0.2.1", action, "nightly");
        get(audit().record(event));
        return event;
    }

    @CanIgnoreReturnValue
    private static <T> @Nullable T get(Mono<T> mono) {
        return mono.block(TIMEOUT);
    }
}
