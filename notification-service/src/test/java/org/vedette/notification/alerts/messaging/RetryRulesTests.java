package org.vedette.notification.alerts.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.kafka.listener.ListenerExecutionFailedException;
import org.springframework.util.backoff.BackOffExecution;
import reactor.core.publisher.Mono;

class RetryRulesTests {

    private final RetryRules rules = new RetryRules(failure -> failure.getCause() instanceof UncheckedIOException);

    @ParameterizedTest
    @MethodSource("outages")
    void anOutageIsWaitedForWithoutEnd(Throwable outage) {
        assertThat(triesAfter(outage)).isEqualTo(1_000);
    }

    @ParameterizedTest
    @MethodSource("poison")
    void whateverElseFailsIsTriedAFewTimes(Throwable failure) {
        assertThat(triesAfter(failure)).isEqualTo(5);
    }

    static Stream<Throwable> outages() {
        return Stream.of(
                new UncheckedIOException(new IOException("the store is away")),
                new TimeoutException("no broker"),
                new CancellationException("stopping"),
                catchThrowable(() -> Mono.never().block(Duration.ofMillis(1))));
    }

    static Stream<Throwable> poison() {
        return Stream.of(
                new NullPointerException("from"),
                new IllegalArgumentException("nonsense"),
                new RecordTooLargeException("5 MiB"));
    }

    private long triesAfter(Throwable failure) {
        var pauses = rules.pausesAfter(new ListenerExecutionFailedException("failed", failure))
                .start();
        return Stream.generate(pauses::nextBackOff)
                .takeWhile(pause -> pause != BackOffExecution.STOP)
                .limit(1_000)
                .count();
    }
}
