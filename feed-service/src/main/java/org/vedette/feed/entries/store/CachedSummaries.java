package org.vedette.feed.entries.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.Entries;
import org.vedette.feed.entries.EntrySummary;
import org.vedette.feed.entries.ProjectedPost;
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
public final class CachedSummaries implements Entries {

    private final Entries entries;
    private final CurrentTimeline timeline;
    private final Supplier<String> edition;
    private final UnreadableEntries unreadable;
    private final Cache<UUID, Remembered> remembered;

    /**
     * @param edition the one that is served now
     * @param most heads to remember; one takes one or two KB
     */
    public CachedSummaries(
            Entries entries,
            CurrentTimeline timeline,
            Supplier<String> edition,
            UnreadableEntries unreadable,
            int most) {
        this.entries = entries;
        this.timeline = timeline;
        this.edition = edition;
        this.unreadable = unreadable;
        this.remembered =
                Caffeine.newBuilder().maximumSize(most).executor(Runnable::run).build();
    }

    private record Remembered(String edition, EntrySummary head) {

        boolean isCurrent(String served, Timeline now) {
            return edition.equals(served)
                    && now.find(head.id())
                            .filter(position -> !position.isWithdrawn() && position.revision() <= head.revision())
                            .isPresent();
        }
    }

    @Override
    public Mono<Set<UUID>> save(Collection<? extends ProjectedPost> projected) {
        return entries.save(projected);
    }

    @Override
    public Flux<ProjectedPost> find(Collection<UUID> ids) {
        return entries.find(ids);
    }

    @Override
    public Flux<EntrySummary> summaries(Collection<UUID> ids) {
        return Flux.defer(() -> summaries(ids, edition.get(), timeline.get()));
    }

    @Override
    public Flux<Position> positions() {
        return entries.positions();
    }

    private Flux<EntrySummary> summaries(Collection<UUID> ids, String served, Timeline now) {
        var broken = unreadable.affecting(served);
        var known = new ArrayList<EntrySummary>(ids.size());
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

    private Flux<EntrySummary> read(Collection<UUID> ids, String served) {
        return entries.summaries(ids).doOnNext(head -> remembered.put(head.id(), new Remembered(served, head)));
    }
}
