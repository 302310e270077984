package org.vedette.feed.entries.updates;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.vedette.feed.entries.ProjectedPost;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Remembers what it was told; it can be made to fail. */
public final class RecordingFollower implements TimelineSubscriber {

    public final List<TimelineChange> followed = Collections.synchronizedList(new ArrayList<>());
    public final List<TimelineChange> recalled = Collections.synchronizedList(new ArrayList<>());
    public final List<TimelineChange> followedOrRecalled = Collections.synchronizedList(new ArrayList<>());
    public final List<ProjectedPost> everything = Collections.synchronizedList(new ArrayList<>());
    public final AtomicInteger failures = new AtomicInteger();

    @Override
    public Mono<Void> apply(List<TimelineChange> changes) {
        return Mono.fromRunnable(() -> {
            failIfAsked();
            followed.addAll(changes);
            followedOrRecalled.addAll(changes);
        });
    }

    @Override
    public Mono<Void> replay(List<TimelineChange> earlier) {
        return Mono.fromRunnable(() -> {
            recalled.addAll(earlier);
            followedOrRecalled.addAll(earlier);
        });
    }

    @Override
    public Mono<Void> rebuild(Flux<ProjectedPost> everything) {
        return everything.collectList().doOnNext(this.everything::addAll).then();
    }

    private void failIfAsked() {
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("not now");
        }
    }
}
