package org.vedette.starter.telemetry;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/** Records the steps of traces. Where tracing is off, it only hands on the trace context that it got. */
@FunctionalInterface
public interface Traces {

    /** Records nothing. */
    Traces OFF = Untraced::new;

    /** Begins a step; the caller ends it. */
    ActiveStep start(Step step);

    /** A step that goes on. */
    interface ActiveStep {

        /** The trace context for what the step causes; null when there is no trace. */
        @Nullable
        String traceparent();

        /** Adds what turned out on the way. */
        void tag(String name, String value);

        void fail(Throwable failure);

        void end();
    }

    /** The work as a step, begun when it is subscribed to. What it causes finds its trace context in the Reactor context. */
    default <T> Mono<T> trace(Step step, Mono<T> work) {
        return trace(step, active -> work);
    }

    /** The work as a step that tells what turned out. */
    default <T> Mono<T> trace(Step step, Function<ActiveStep, Mono<T>> work) {
        return Mono.deferContextual(context -> {
            var parent = step.parent() == null ? TraceContext.traceparent(context) : step.parent();
            var active = start(step.causedBy(parent));
            return work.apply(active)
                    .contextWrite(inner -> TraceContext.with(active.traceparent(), inner))
                    .doOnError(active::fail)
                    .doFinally(end -> active.end());
        });
    }

    /** The work as a step, unless what {@link #limit} allows is used up. */
    default <T> Mono<T> traceLimited(Step step, Function<ActiveStep, Mono<T>> work) {
        return Mono.deferContextual(context -> {
            var left = context.<AtomicInteger>getOrEmpty(Traces.class);
            var isAllowed = left.isPresent() && left.get().getAndDecrement() > 0;
            return isAllowed ? trace(step, work) : work.apply(OFF.start(step));
        });
    }

    /** Allows that many of the steps that are many of a kind, such as the mails of one mailing. */
    static Context limit(int steps, Context context) {
        return context.put(Traces.class, new AtomicInteger(steps));
    }

    /** Hands on the trace context of the cause. */
    record Untraced(Step step) implements ActiveStep {

        @Override
        public @Nullable String traceparent() {
            return step.parent();
        }

        @Override
        public void tag(String name, String value) {}

        @Override
        public void fail(Throwable failure) {}

        @Override
        public void end() {}
    }
}
