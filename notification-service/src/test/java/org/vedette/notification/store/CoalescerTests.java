package org.vedette.notification.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

class CoalescerTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final List<List<Integer>> calls = new CopyOnWriteArrayList<>();
    private final AtomicReference<Mono<?>> gate = new AtomicReference<>(Mono.empty());
    private final Coalescer<Integer, Integer> coalescer = new Coalescer<>(this::squares, 4, Duration.ofSeconds(1));

    @Test
    void aRequestIsAnsweredAtOnceWhenThereIsNoOther() {
        assertThat(coalescer.request(3).block(TIMEOUT)).isEqualTo(9);
        assertThat(calls).containsExactly(List.of(3));
    }

    @Test
    void requestsThatComeWhileTheStoreIsBusyAreMadeTogether() {
        var busy = Sinks.<Integer>one();
        gate.set(busy.asMono());
        var answers = IntStream.range(0, 6)
                .mapToObj(number -> coalescer.request(number).toFuture())
                .toList();
        gate.set(Mono.empty());
        busy.emitValue(1, Sinks.EmitFailureHandler.FAIL_FAST);

        assertThat(answers).allSatisfy(answer -> assertThat(answer).succeedsWithin(TIMEOUT));
        assertThat(answers.get(5).join()).isEqualTo(25);
        assertThat(calls).containsExactly(List.of(0), List.of(1, 2, 3, 4), List.of(5));
    }

    @Test
    void everyRequestOfManyThreadsIsAnswered() {
        var answers = Flux.range(0, 10_000)
                .parallel(8)
                .runOn(Schedulers.parallel())
                .flatMap(number -> coalescer.request(number).map(square -> square - number * number))
                .sequential()
                .collectList()
                .block(TIMEOUT);

        assertThat(answers).hasSize(10_000).containsOnly(0);
    }

    @Test
    void aFailureIsThatOfAllRequestsOfTheCallAndOfNoOther() {
        gate.set(Mono.error(new IllegalStateException("the store is unavailable")));
        assertThatIllegalStateException().isThrownBy(() -> coalescer.request(1).block(TIMEOUT));

        gate.set(Mono.empty());

        assertThat(coalescer.request(2).block(TIMEOUT)).isEqualTo(4);
    }

    @Test
    void anErrorThatEndsACallFailsItAndStopsNothing() {
        gate.set(Mono.fromRunnable(() -> {
            throw new StackOverflowError("for a test");
        }));
        assertThatIllegalStateException()
                .isThrownBy(() -> coalescer
                        .request(1)
                        .onErrorMap(failure -> new IllegalStateException(failure))
                        .block(TIMEOUT));

        gate.set(Mono.empty());

        assertThat(coalescer.request(2).block(TIMEOUT)).isEqualTo(4);
    }

    @Test
    void aCallThatNeverEndsFailsAfterItsTimeout() {
        gate.set(Mono.never());
        assertThatIllegalStateException()
                .isThrownBy(() -> coalescer
                        .request(1)
                        .onErrorMap(failure -> new IllegalStateException(failure))
                        .block(TIMEOUT));

        gate.set(Mono.empty());

        assertThat(coalescer.request(2).block(TIMEOUT)).isEqualTo(4);
    }

    private Mono<List<Integer>> squares(List<Integer> numbers) {
        calls.add(numbers);
        return Objects.requireNonNull(gate.get())
                .then(Mono.fromSupplier(
                        () -> numbers.stream().map(number -> number * number).toList()));
    }
}
