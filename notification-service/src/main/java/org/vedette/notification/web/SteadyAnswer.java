package org.vedette.notification.web;

import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Gives answers at the ends of equal steps, so that their time does not say what was done for them. */
public final class SteadyAnswer {

    private final Duration step;
    private final Scheduler timer;

    /**
     * Steady answers.
     *
     * @param step longer than the work usually takes; nothing for answers that are given at once
     */
    public SteadyAnswer(Duration step, Scheduler timer) {
        this.step = step;
        this.timer = timer;
    }

    /** The same result, at the end of a step after the subscription. */
    public <T> Mono<T> steady(Mono<T> work) {
        return step.isZero()
                ? work
                : Mono.defer(() -> {
                    var began = System.nanoTime();
                    return work.delayUntil(result -> Mono.delay(untilStepEnds(began), timer));
                });
    }

    private Duration untilStepEnds(long began) {
        var elapsed = System.nanoTime() - began;
        var length = step.toNanos();
        return Duration.ofNanos(length - elapsed % length);
    }
}
