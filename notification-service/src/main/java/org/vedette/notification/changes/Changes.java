package org.vedette.notification.changes;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** Repeats a change that another one has overtaken. */
public final class Changes {

    private static final int MAX_ATTEMPTS = 5;

    private Changes() {}

    /**
     * Changes what is stored. Emits the result, or nothing when nothing is stored; fails with
     * {@link OvertakenException} when others were faster again and again.
     *
     * @param stored reads what is stored, anew for each attempt
     * @param change stores the change; empty when another one was faster
     */
    public static <S, R> Mono<R> repeat(Supplier<Mono<S>> stored, Function<S, Mono<R>> change) {
        return repeat(stored, change, 1);
    }

    private static <S, R> Mono<R> repeat(Supplier<Mono<S>> stored, Function<S, Mono<R>> change, int attempt) {
        return Mono.defer(stored)
                .flatMap(known -> change.apply(known).map(Optional::of).defaultIfEmpty(Optional.empty()))
                .flatMap(result -> result.map(Mono::just).orElseGet(() -> again(stored, change, attempt)));
    }

    /**
     * Repeats an attempt that emits nothing, because others were faster; fails with {@link OvertakenException} when
     * they are again and again.
     */
    public static <R> Mono<R> untilDone(Mono<R> attempt) {
        return untilDone(attempt, 1);
    }

    private static <R> Mono<R> untilDone(Mono<R> attempt, int count) {
        return attempt.switchIfEmpty(Mono.defer(
                () -> count < MAX_ATTEMPTS ? untilDone(attempt, count + 1) : Mono.error(new OvertakenException())));
    }

    private static <S, R> Mono<R> again(Supplier<Mono<S>> stored, Function<S, Mono<R>> change, int attempt) {
        return attempt < MAX_ATTEMPTS ? repeat(stored, change, attempt + 1) : Mono.error(new OvertakenException());
    }
}
