package org.vedette.starter.failures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import reactor.util.context.Context;

class GuaranteedSignalTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    static Stream<Mono<String>> sourcesThatAnErrorEnds() {
        return Stream.of(
                Mono.defer(() -> Mono.just(fail())),
                Mono.fromSupplier(GuaranteedSignalTests::fail),
                Mono.just("value").map(value -> fail()),
                Mono.just("value").flatMap(value -> Mono.fromSupplier(GuaranteedSignalTests::fail)));
    }

    @ParameterizedTest
    @MethodSource("sourcesThatAnErrorEnds")
    void whatAnErrorEndsWhileItIsSubscribedToFailsAtOnce(Mono<String> source) {
        StepVerifier.create(source.as(GuaranteedSignal.within(TIMEOUT)))
                .expectErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOf(FatalErrorException.class)
                        .hasMessage("ended by java.lang.StackOverflowError: made up")
                        .hasCauseInstanceOf(StackOverflowError.class))
                .verify(TIMEOUT);
    }

    @ParameterizedTest
    @MethodSource("sourcesThatAnErrorEnds")
    void anotherSourceTakesOverAfterAnError(Mono<String> source) {
        StepVerifier.create(source.as(GuaranteedSignal.within(TIMEOUT)).onErrorReturn("instead"))
                .expectNext("instead")
                .expectComplete()
                .verify(TIMEOUT);
    }

    @Test
    void whatNeverSignalsFailsAfterTheTimeoutAndIsCancelled() {
        var silent = Sinks.<String>one();

        StepVerifier.withVirtualTime(() -> silent.asMono().as(GuaranteedSignal.within(TIMEOUT)))
                .expectSubscription()
                .expectNoEvent(TIMEOUT.minusMillis(1))
                .thenAwait(Duration.ofMillis(1))
                .expectErrorSatisfies(failure ->
                        assertThat(failure).isInstanceOf(TimeoutException.class).hasMessageContaining("PT5S"))
                .verify(TIMEOUT);

        assertThat(silent.currentSubscriberCount()).isZero();
    }

    @Test
    void theFailureAfterTheTimeoutCanBeChosen() {
        StepVerifier.withVirtualTime(() ->
                        Mono.never().as(GuaranteedSignal.within(TIMEOUT, () -> new IllegalStateException("too late"))))
                .thenAwait(TIMEOUT)
                .expectErrorMessage("too late")
                .verify(TIMEOUT);
    }

    @Test
    void aValueIsPassedOn() {
        StepVerifier.create(Mono.just("value").as(GuaranteedSignal.within(TIMEOUT)))
                .expectNext("value")
                .expectComplete()
                .verify(TIMEOUT);
    }

    @Test
    void anEmptySourceStaysEmpty() {
        StepVerifier.create(Mono.empty().as(GuaranteedSignal.within(TIMEOUT)))
                .expectComplete()
                .verify(TIMEOUT);
    }

    @Test
    void aFailureIsPassedOn() {
        StepVerifier.create(Mono.error(new IllegalStateException("made up")).as(GuaranteedSignal.within(TIMEOUT)))
                .expectErrorMessage("made up")
                .verify(TIMEOUT);
    }

    @Test
    void theSourceIsCancelledWithItsSubscriber() {
        var source = Sinks.<String>one();
        var subscription = source.asMono().as(GuaranteedSignal.within(TIMEOUT)).subscribe(value -> {}, failure -> {});

        subscription.dispose();

        assertThat(source.currentSubscriberCount()).isZero();
    }

    @Test
    void aValueInTimeStopsTheTimer() {
        var source = Sinks.<String>one();
        var failures = new AtomicInteger();

        StepVerifier.withVirtualTime(() -> source.asMono().as(GuaranteedSignal.within(TIMEOUT, () -> {
                    failures.incrementAndGet();
                    return new IllegalStateException("too late");
                })))
                .expectSubscription()
                .thenAwait(TIMEOUT.minusMillis(1))
                .then(() -> source.tryEmitValue("value").orThrow())
                .expectNext("value")
                .thenAwait(TIMEOUT)
                .expectComplete()
                .verify(TIMEOUT);

        assertThat(failures).hasValue(0);
    }

    @Test
    void aSourceWithAValueEndsAndIsNotCancelled() {
        var ends = new ArrayList<SignalType>();

        StepVerifier.create(Mono.just("value").doFinally(ends::add).as(GuaranteedSignal.within(TIMEOUT)))
                .expectNext("value")
                .expectComplete()
                .verify(TIMEOUT);

        assertThat(ends).containsExactly(SignalType.ON_COMPLETE);
    }

    @Test
    void theSourceSeesTheContextOfItsSubscriber() {
        var source = Mono.deferContextual(context -> Mono.just(context.<String>get("key")));

        StepVerifier.create(source.as(GuaranteedSignal.within(TIMEOUT)).contextWrite(Context.of("key", "value")))
                .expectNext("value")
                .expectComplete()
                .verify(TIMEOUT);
    }

    private static String fail() {
        throw new StackOverflowError("made up");
    }
}
