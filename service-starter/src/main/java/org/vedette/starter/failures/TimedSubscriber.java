package org.vedette.starter.failures;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.MonoSink;
import reactor.core.publisher.SignalType;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;

/** Passes the first signal of a source on, or a failure when none comes in time. */
final class TimedSubscriber<T> extends BaseSubscriber<T> {

    private final MonoSink<T> sink;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile @Nullable T received;
    private volatile @Nullable Disposable timer;

    TimedSubscriber(MonoSink<T> sink) {
        this.sink = sink;
    }

    @Override
    public Context currentContext() {
        return Context.of(sink.contextView());
    }

    /** Starts the time, unless a signal has come already. */
    void failAfter(Duration timeout, Supplier<Throwable> failure) {
        if (!ended.get()) {
            timer = Schedulers.parallel().schedule(() -> fail(failure), timeout.toMillis(), TimeUnit.MILLISECONDS);
            stopTimerIfEnded();
        }
    }

    void fail(Throwable failure) {
        fail(() -> failure);
    }

    private void fail(Supplier<Throwable> failure) {
        if (end()) {
            sink.error(failure.get());
        }
    }

    /** The end follows. Passed on before, the value would make its receiver cancel the source instead of letting it end. */
    @Override
    protected void hookOnNext(T value) {
        received = value;
    }

    @Override
    protected void hookOnComplete() {
        if (end()) {
            sink.success(received);
        }
    }

    @Override
    protected void hookOnError(Throwable failure) {
        fail(failure);
    }

    /** Also when its own subscriber cancels. */
    @Override
    protected void hookFinally(SignalType type) {
        ended.set(true);
        stopTimerIfEnded();
    }

    /** Whether this is the first end. */
    private boolean end() {
        return ended.compareAndSet(false, true);
    }

    private void stopTimerIfEnded() {
        var started = timer;
        if (started != null && ended.get()) {
            started.dispose();
        }
    }
}
