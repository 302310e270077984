package org.vedette.feed.projection;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.vedette.feed.entries.EntriesUnavailableException;
import org.vedette.feed.entries.EntrySummary;
import org.vedette.feed.entries.ProjectedPost;
import org.vedette.feed.entries.WritableEntries;
import org.vedette.feed.timeline.Position;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Projection versions of which one operation fails, counted from one; for tests. */
final class FailingProjectionVersions implements ProjectionVersions {

    private final ProjectionVersions versions;
    private final AtomicInteger left;

    FailingProjectionVersions(ProjectionVersions versions, int failingOperation) {
        this.versions = versions;
        this.left = new AtomicInteger(failingOperation);
    }

    /** Whether the operation that fails was reached. */
    boolean hasFailed() {
        return left.get() <= 0;
    }

    @Override
    public Mono<VersionRegistry> registry() {
        return step().then(versions.registry());
    }

    @Override
    public Mono<Boolean> replace(VersionRegistry before, VersionRegistry next) {
        return step().then(versions.replace(before, next));
    }

    @Override
    public WritableEntries entries(String version) {
        return new FailingEntries(versions.entries(version));
    }

    @Override
    public Flux<String> stored() {
        return step().thenMany(versions.stored());
    }

    @Override
    public Mono<Void> drop(String version) {
        return step().then(versions.drop(version));
    }

    @Override
    public Mono<Map<String, ProjectedOffsets>> offsets(Collection<String> names) {
        return step().then(versions.offsets(names));
    }

    @Override
    public Mono<Void> markIncomplete(Collection<String> names) {
        return step().then(versions.markIncomplete(names));
    }

    @Override
    public Mono<Void> recordOffsets(String version, Map<Integer, Long> next) {
        return step().then(versions.recordOffsets(version, next));
    }

    @Override
    public Mono<Void> raiseOffsets(Collection<String> names, Map<Integer, Long> next) {
        return step().then(versions.raiseOffsets(names, next));
    }

    private Mono<Void> step() {
        return Mono.defer(() -> left.decrementAndGet() == 0
                ? Mono.error(new EntriesUnavailableException(new IllegalStateException("this step fails")))
                : Mono.empty());
    }

    private final class FailingEntries implements WritableEntries {

        private final WritableEntries entries;

        FailingEntries(WritableEntries entries) {
            this.entries = entries;
        }

        @Override
        public Mono<Set<UUID>> save(Collection<? extends ProjectedPost> posts) {
            return step().then(entries.save(posts));
        }

        @Override
        public Flux<ProjectedPost> find(Collection<UUID> ids) {
            return step().thenMany(entries.find(ids));
        }

        @Override
        public Flux<ProjectedPost> get(Collection<UUID> ids) {
            return step().thenMany(entries.get(ids));
        }

        @Override
        public Flux<EntrySummary> summaries(Collection<UUID> ids) {
            return step().thenMany(entries.summaries(ids));
        }

        @Override
        public Flux<Position> positions() {
            return step().thenMany(entries.positions());
        }
    }
}
