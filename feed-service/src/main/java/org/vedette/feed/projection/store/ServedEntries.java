package org.vedette.feed.projection.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.UUID;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.Entries;
import org.vedette.feed.entries.EntriesUnavailableException;
import org.vedette.feed.entries.EntrySummary;
import org.vedette.feed.entries.ProjectedPost;
import org.vedette.feed.entries.UnreadableEntries;
import org.vedette.feed.projection.ProjectionVersions;
import org.vedette.feed.timeline.Position;
import org.vedette.feed.timeline.Timeline;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The entries of the projection version that this instance serves, as the public may read them: of a restricted post there is
 * a tombstone, even where the timeline does not know of its label yet. Summaries are cached, because lists and searches show
 * the same posts again and again: the timeline tells when one is of an older revision. A summary of another version is
 * read again, because that may say something else under the same revision, and so is one whose entry has become unreadable.
 */
final class ServedEntries implements Entries {

    private final ProjectionVersions versions;
    private final CurrentTimeline timeline;
    private final UnreadableEntries unreadable;
    private final Cache<UUID, CachedSummary> summaries;

    /** @param cachedSummaries summaries in memory; each takes one or two KB */
    ServedEntries(
            ProjectionVersions versions, CurrentTimeline timeline, UnreadableEntries unreadable, int cachedSummaries) {
        this.versions = versions;
        this.timeline = timeline;
        this.unreadable = unreadable;
        this.summaries = Caffeine.newBuilder()
                .maximumSize(cachedSummaries)
                .executor(Runnable::run)
                .build();
    }

    private record CachedSummary(String version, EntrySummary summary) {

        boolean isCurrent(String served, Timeline now) {
            return version.equals(served)
                    && now.find(summary.id())
                            .filter(position -> position.isPublic() && position.revision() <= summary.revision())
                            .isPresent();
        }
    }

    @Override
    public Flux<ProjectedPost> find(Collection<UUID> ids) {
        return version()
                .flatMapMany(version -> versions.entries(version).find(ids))
                .map(ProjectedPost::forPublic);
    }

    @Override
    public Flux<ProjectedPost> get(Collection<UUID> ids) {
        return version()
                .flatMapMany(version -> versions.entries(version).get(ids))
                .map(ProjectedPost::forPublic);
    }

    @Override
    public Flux<EntrySummary> summaries(Collection<UUID> ids) {
        return version().flatMapMany(version -> summaries(ids, version, timeline.get()));
    }

    @Override
    public Flux<Position> positions() {
        return version().flatMapMany(version -> versions.entries(version).positions());
    }

    private Mono<String> version() {
        return Mono.defer(() -> Mono.justOrEmpty(timeline.version()))
                .switchIfEmpty(Mono.error(() ->
                        new EntriesUnavailableException(new IllegalStateException("the timeline is not loaded yet"))));
    }

    private Flux<EntrySummary> summaries(Collection<UUID> ids, String version, Timeline now) {
        var damaged = unreadable.affecting(version);
        var cached = new ArrayList<EntrySummary>(ids.size());
        var others = new ArrayList<UUID>();
        for (var id : ids) {
            var last = summaries.getIfPresent(id);
            if (last != null && last.isCurrent(version, now) && !damaged.contains(id.toString())) {
                cached.add(last.summary());
            } else {
                others.add(id);
            }
        }
        return others.isEmpty()
                ? Flux.fromIterable(cached)
                : Flux.fromIterable(cached).concatWith(read(others, version));
    }

    private Flux<EntrySummary> read(Collection<UUID> ids, String version) {
        return versions.entries(version)
                .summaries(ids)
                .filter(summary -> summary.tlp().isPublic())
                .doOnNext(summary -> summaries.put(summary.id(), new CachedSummary(version, summary)));
    }
}
