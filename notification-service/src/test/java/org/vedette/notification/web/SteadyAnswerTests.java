package org.vedette.notification.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class SteadyAnswerTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final SteadyAnswer answers = new SteadyAnswer(Duration.ofMillis(200), Schedulers.parallel());

    @Test
    void anAnswerIsGivenAtTheEndOfAStepHoweverFastItWas() {
        assertThat(millisOf(Mono.just("x"))).isGreaterThanOrEqualTo(200);
    }

    @Test
    void workThatTakesLongerIsAnsweredAtTheEndOfALaterStep() {
        assertThat(millisOf(Mono.delay(Duration.ofMillis(250)))).isGreaterThanOrEqualTo(400);
    }

    @Test
    void aFailureIsNotHeldBack() {
        var failed = new AtomicBoolean();

        answers.steady(Mono.error(new IllegalStateException("no store")))
                .doOnError(failure -> failed.set(true))
                .onErrorResume(failure -> Mono.empty())
                .block(TIMEOUT);

        assertThat(failed).isTrue();
    }

    private long millisOf(Mono<?> work) {
        var began = System.nanoTime();
        answers.steady(work).block(TIMEOUT);
        return Duration.ofNanos(System.nanoTime() - began).toMillis();
    }
}
