package org.vedette.feed.entries.following;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.vedette.feed.entries.Projected;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Remembers what it was told; it can be made to fail. */
public final class RecordingFollower implements EntryFollower {

    public final List<Change> followed = Collections.synchronizedList(new ArrayList<>());
    public final List<Change> recalled = Collections.synchronizedList(new ArrayList<>());
    public final List<Change> followedOrRecalled = Collections.synchronizedList(new ArrayList<>());
    public final List<Projected> everything = Collections.synchronizedList(new ArrayList<>());
    public final AtomicInteger failures = new AtomicInteger();

    @Override
    public Mono<Void> follow(List<Change> changes) {
        return Mono.fromRunnable(() -> {
            failIfAsked();
            followed.addAll(changes);
            followedOrRecalled.addAll(changes);
        });
    }

    @Override
    public Mono<Void> recall(List<Change> earlier) {
        return Mono.fromRunnable(() -> {
            recalled.addAll(earlier);
            followedOrRecalled.addAll(earlier);
        });
    }

    @Override
    public Mono<Void> beginAnew(Flux<Projected> everything) {
        return everything.collectList().doOnNext(this.everything::addAll).then();
    }

    private void failIfAsked() {
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("not now");
        }
    }
}
