package org.vedette.feed.entries.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.vedette.feed.entries.Entries;
import org.vedette.feed.entries.EntryHead;
import org.vedette.feed.entries.LiveTimeline;
import org.vedette.feed.entries.Projected;
import org.vedette.feed.timeline.Position;
import org.vedette.feed.timeline.Timeline;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Entries whose heads are not read twice: lists and searches show the same posts again and again. The timeline tells
 * when a head is of an older revision, and then it is read anew.
 */
public final class RememberedHeads implements Entries {

    private final Entries entries;
    private final LiveTimeline timeline;
    private final Cache<UUID, EntryHead> remembered;

    /** @param most heads to remember; one takes one or two KB */
    public RememberedHeads(Entries entries, LiveTimeline timeline, int most) {
        this.entries = entries;
        this.timeline = timeline;
        this.remembered =
                Caffeine.newBuilder().maximumSize(most).executor(Runnable::run).build();
    }

    @Override
    public Mono<Set<UUID>> keep(Collection<? extends Projected> projected) {
        return entries.keep(projected);
    }

    @Override
    public Flux<Projected> find(Collection<UUID> ids) {
        return entries.find(ids);
    }

    @Override
    public Flux<EntryHead> heads(Collection<UUID> ids) {
        return Flux.defer(() -> heads(ids, timeline.now()));
    }

    @Override
    public Flux<Position> positions() {
        return entries.positions();
    }

    private Flux<EntryHead> heads(Collection<UUID> ids, Timeline now) {
        var known = new ArrayList<EntryHead>(ids.size());
        var others = new ArrayList<UUID>();
        for (var id : ids) {
            var head = remembered.getIfPresent(id);
            if (head != null && isCurrent(head, now)) {
                known.add(head);
            } else {
                others.add(id);
            }
        }
        return others.isEmpty()
                ? Flux.fromIterable(known)
                : Flux.fromIterable(known).concatWith(read(others));
    }

    private Flux<EntryHead> read(Collection<UUID> ids) {
        return entries.heads(ids).doOnNext(head -> remembered.put(head.id(), head));
    }

    private static boolean isCurrent(EntryHead head, Timeline now) {
        return now.of(head.id())
                .filter(position -> !position.isWithdrawn() && position.revision() <= head.revision())
                .isPresent();
    }
}
