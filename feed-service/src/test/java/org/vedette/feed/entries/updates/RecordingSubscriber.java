package org.vedette.feed.entries.updates;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.vedette.feed.entries.ProjectedPost;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Remembers what it was given; it can be made to fail. */
public final class RecordingSubscriber implements TimelineSubscriber {

    public final List<TimelineChange> applied = Collections.synchronizedList(new ArrayList<>());
    public final List<Integer> batches = Collections.synchronizedList(new ArrayList<>());
    public final List<ProjectedPost> rebuiltFrom = Collections.synchronizedList(new ArrayList<>());
    public final AtomicInteger rebuilds = new AtomicInteger();
    public final AtomicInteger failures = new AtomicInteger();
    public final AtomicInteger errors = new AtomicInteger();
    public final AtomicInteger rebuildErrors = new AtomicInteger();
    public final AtomicInteger endlessRebuilds = new AtomicInteger();

    @Override
    public Mono<Void> apply(List<TimelineChange> changes) {
        return Mono.fromRunnable(() -> {
            if (isLeft(errors)) {
                throw new StackOverflowError("for a test");
            }
            if (isLeft(failures)) {
                throw new IllegalStateException("not now");
            }
            batches.add(changes.size());
            applied.addAll(changes);
        });
    }

    @Override
    public Mono<Void> rebuild(Flux<ProjectedPost> all) {
        rebuilds.incrementAndGet();
        if (isLeft(rebuildErrors)) {
            throw new StackOverflowError("for a test");
        }
        return isLeft(endlessRebuilds) ? Mono.never() : rebuildFrom(all);
    }

    private Mono<Void> rebuildFrom(Flux<ProjectedPost> all) {
        return all.collectList().doOnNext(rebuiltFrom::addAll).then();
    }

    private static boolean isLeft(AtomicInteger number) {
        return number.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }
}
