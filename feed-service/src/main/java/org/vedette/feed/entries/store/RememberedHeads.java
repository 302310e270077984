package org.vedette.feed.entries.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.vedette.feed.entries.Entries;
import org.vedette.feed.entries.EntryHead;
import org.vedette.feed.entries.LiveTimeline;
import org.vedette.feed.entries.Projected;
import org.vedette.feed.entries.UnreadableEntries;
import org.vedette.feed.timeline.Position;
import org.vedette.feed.timeline.Timeline;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Entries whose heads are not read twice: lists and searches show the same posts again and again. The timeline tells
 * when a head is of an older revision, and then it is read anew; so is one of another edition, which may say something
 * else under the same revision, and one whose entry cannot be read any more.
 */
public final class RememberedHeads implements Entries {

    private final Entries entries;
    private final LiveTimeline timeline;
    private final Supplier<String> edition;
    private final UnreadableEntries unreadable;
    private final Cache<UUID, Remembered> remembered;

    /**
     * @param edition the one that is served now
     * @param most heads to remember; one takes one or two KB
     */
    public RememberedHeads(
            Entries entries, LiveTimeline timeline, Supplier<String> edition, UnreadableEntries unreadable, int most) {
        this.entries = entries;
        this.timeline = timeline;
        this.edition = edition;
        this.unreadable = unreadable;
        this.remembered =
                Caffeine.newBuilder().maximumSize(most).executor(Runnable::run).build();
    }

    private record Remembered(String edition, EntryHead head) {

        boolean isCurrent(String served, Timeline now) {
            return edition.equals(served)
                    && now.of(head.id())
                            .filter(position -> !position.isWithdrawn() && position.revision() <= head.revision())
                            .isPresent();
        }
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
        return Flux.defer(() -> heads(ids, edition.get(), timeline.now()));
    }

    @Override
    public Flux<Position> positions() {
        return entries.positions();
    }

    private Flux<EntryHead> heads(Collection<UUID> ids, String served, Timeline now) {
        var broken = unreadable.of(served);
        var known = new ArrayList<EntryHead>(ids.size());
        var others = new ArrayList<UUID>();
        for (var id : ids) {
            var last = remembered.getIfPresent(id);
            if (last != null && last.isCurrent(served, now) && !broken.contains(id.toString())) {
                known.add(last.head());
            } else {
                others.add(id);
            }
        }
        return others.isEmpty()
                ? Flux.fromIterable(known)
                : Flux.fromIterable(known).concatWith(read(others, served));
    }

    private Flux<EntryHead> read(Collection<UUID> ids, String served) {
        return entries.heads(ids).doOnNext(head -> remembered.put(head.id(), new Remembered(served, head)));
    }
}
