package org.vedette.starter.failures;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;

/**
 * Sees to it that a subscriber gets a value or a failure, also when an Error ends the source.
 *
 * <p>Reactor rethrows an {@code OutOfMemoryError} or {@code StackOverflowError} where it occurs: it passes the subscribers
 * by, which wait for ever. {@link Mono#timeout} alone does not help where that happens while they subscribe. Its timer also
 * costs more than many a source that ends while it is subscribed to, which gets none here.
 */
public final class GuaranteedSignal {

    private GuaranteedSignal() {}

    /**
     * For {@link Mono#as}. Fails with a {@link FatalErrorException} when an Error occurs in the thread that subscribes, and
     * with a {@link TimeoutException} when no signal comes in time, for instance because of an Error in another thread.
     */
    public static <T> UnaryOperator<Mono<T>> within(Duration timeout) {
        return within(timeout, () -> new TimeoutException("neither a value nor a failure within " + timeout));
    }

    /**
     * For {@link Mono#as}.
     *
     * @param failure makes what the subscribers get instead of a {@link TimeoutException}
     */
    public static <T> UnaryOperator<Mono<T>> within(Duration timeout, Supplier<Throwable> failure) {
        return source -> Mono.create(sink -> {
            var subscriber = new TimedSubscriber<>(sink);
            sink.onDispose(subscriber);
            try {
                source.subscribe(subscriber);
                subscriber.failAfter(timeout, failure);
            } catch (Error error) {
                subscriber.fail(new FatalErrorException(error));
            }
        });
    }
}
