package org.vedette.notification.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.vedette.starter.failures.GuaranteedSignal;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Makes one request to the store of those that come while it is busy with the one before: nothing waits when there is little to do,
 * and much costs little each.
 *
 * @param <Q> a request
 * @param <A> its answer
 */
public final class Coalescer<Q, A> {

    private final Function<List<Q>, Mono<List<A>>> bulk;
    private final int largest;
    private final Duration timeout;
    private final Queue<Waiting<Q, A>> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean busy = new AtomicBoolean();

    /** Since the queue was looked at last. */
    private final AtomicInteger changes = new AtomicInteger();

    /**
     * Coalesces the requests of one process.
     *
     * @param bulk answers requests together, in their order
     * @param largest most requests at once
     * @param timeout longest time for one call of {@code bulk}
     */
    public Coalescer(Function<List<Q>, Mono<List<A>>> bulk, int largest, Duration timeout) {
        this.bulk = bulk;
        this.largest = largest;
        this.timeout = timeout;
    }

    /** The answer to a request, or the failure of all requests that were made with it. */
    public Mono<A> request(Q request) {
        return Mono.create(sink -> {
            queue.add(new Waiting<>(request, sink));
            next();
        });
    }

    /** One thread at a time; a call that ends at once does not nest the next one in itself. */
    private void next() {
        if (changes.getAndIncrement() > 0) {
            return;
        }
        var seen = 1;
        while (seen > 0) {
            if (!busy.get()) {
                callWithAll();
            }
            seen = changes.addAndGet(-seen);
        }
    }

    private void callWithAll() {
        var batch = take();
        if (!batch.isEmpty()) {
            busy.set(true);
            call(batch);
        }
    }

    private void call(List<Waiting<Q, A>> batch) {
        Mono.defer(() -> bulk.apply(batch.stream().map(Waiting::request).toList()))
                .as(GuaranteedSignal.within(timeout))
                .subscribe(answers -> end(() -> answer(batch, answers)), failure -> end(() -> fail(batch, failure)));
    }

    /** The next call is made before the answers are given, whose receivers may take their time. */
    private void end(Runnable answers) {
        busy.set(false);
        next();
        answers.run();
    }

    private List<Waiting<Q, A>> take() {
        var batch = new ArrayList<Waiting<Q, A>>();
        while (batch.size() < largest) {
            var next = queue.poll();
            if (next == null) {
                break;
            }
            batch.add(next);
        }
        return batch;
    }

    private static <Q, A> void answer(List<Waiting<Q, A>> batch, List<A> answers) {
        for (var i = 0; i < batch.size(); i++) {
            batch.get(i).sink().success(answers.get(i));
        }
    }

    private static <Q, A> void fail(List<Waiting<Q, A>> batch, Throwable failure) {
        batch.forEach(waiting -> waiting.sink().error(failure));
    }

    private record Waiting<Q, A>(Q request, MonoSink<A> sink) {}
}
