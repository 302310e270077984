package org.vedette.feed.entries.updates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.vedette.feed.entries.ChangeKind;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.Entries;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.entries.FeedChange;
import org.vedette.feed.entries.ProjectedPost;
import org.vedette.feed.entries.Tombstone;
import org.vedette.feed.entries.UnreadableEntries;
import org.vedette.feed.timeline.Position;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Applies received changes to this instance: reads the changed posts, updates the timeline, hands them to its subscribers. */
public final class TimelineUpdater {

    /** Of entries of the largest size even these few take much memory. */
    private static final int READ_AT_ONCE = 100;

    /** While one part is applied the next ones are read. */
    private static final int READ_AHEAD = 3;

    private final Entries entries;
    private final CurrentTimeline timeline;
    private final TimelineSubscribers subscribers;
    private final UnreadableEntries unreadable;

    public TimelineUpdater(
            Entries entries, CurrentTimeline timeline, TimelineSubscribers subscribers, UnreadableEntries unreadable) {
        this.entries = entries;
        this.timeline = timeline;
        this.subscribers = subscribers;
        this.unreadable = unreadable;
    }

    /**
     * Applies changes in their order.
     *
     * <p>What the timeline contains already is no change any more, unless it precedes the load of the timeline: clients of
     * live events may have missed it. An entry that cannot be included is left out and delays no other, so every failure is
     * one of the store, and applying the same changes again is right.
     *
     * @param received the changes by their offsets
     * @param loadedAt offset before which changes may have been in the store when the timeline was loaded
     */
    public Mono<Void> apply(SortedMap<Long, FeedChange> received, long loadedAt) {
        return Flux.fromIterable(received.entrySet())
                .buffer(READ_AT_ONCE)
                .map(TimelineUpdater::newestOfEachPost)
                .flatMapSequential(this::read, READ_AHEAD)
                .doOnNext(read -> apply(read, loadedAt))
                .then();
    }

    /** The newest change of a post, merged with those before it. */
    private record Newest(long offset, FeedChange change) {

        Newest merge(Newest later) {
            return new Newest(later.offset, change.merge(later.change));
        }

        /** A change that the timeline contained when it was loaded. What the public knew before is not known. */
        TimelineChange preceding(ProjectedPost post) {
            return new TimelineChange(offset, kind(post), post.forPublic(), true);
        }

        /**
         * A change as the public sees it: a post that it must not see any more is withdrawn, under the address that it knew; one
         * that it may see from now on is published. Empty where it sees neither what was nor what is.
         */
        Optional<TimelineChange> fresh(ProjectedPost post, Optional<Position> was) {
            if (post.isRestricted()) {
                return was.filter(Position::isPublic)
                        .map(known -> new TimelineChange(offset, ChangeKind.WITHDRAWN, withdrawn(post, known), false));
            }
            var kind = was.filter(Position::isRestricted).isPresent() ? ChangeKind.PUBLISHED : kind(post);
            return Optional.of(new TimelineChange(offset, kind, post, false));
        }

        private static Tombstone withdrawn(ProjectedPost post, Position known) {
            return new Tombstone(post.id(), post.revision(), known.slug(), known.formerSlugs(), null, post.changedAt());
        }

        private ChangeKind kind(ProjectedPost post) {
            if (change.kind() != null) {
                return change.kind();
            }
            return post instanceof Entry entry
                            && entry.post().revisedAt().isAfter(entry.post().publishedAt())
                    ? ChangeKind.REVISED
                    : ChangeKind.PUBLISHED;
        }
    }

    private record Read(Map<UUID, Newest> changes, List<ProjectedPost> posts) {

        Optional<Newest> change(ProjectedPost post) {
            return Optional.ofNullable(changes.get(post.id()));
        }
    }

    private static Map<UUID, Newest> newestOfEachPost(List<Map.Entry<Long, FeedChange>> received) {
        var newest = new LinkedHashMap<UUID, Newest>();
        received.forEach(each ->
                newest.merge(each.getValue().postId(), new Newest(each.getKey(), each.getValue()), Newest::merge));
        return newest;
    }

    private Mono<Read> read(Map<UUID, Newest> changes) {
        return entries.find(changes.keySet()).collectList().map(posts -> new Read(changes, posts));
    }

    private void apply(Read read, long loadedAt) {
        var before = timeline.get();
        var fresh = read.posts().stream().filter(post -> !timeline.has(post)).toList();
        var known = read.posts().stream().filter(timeline::has).toList();
        var changes = new ArrayList<TimelineChange>();
        include(fresh)
                .forEach(post -> read.change(post)
                        .flatMap(newest -> newest.fresh(post, before.find(post.id())))
                        .ifPresent(changes::add));
        known.forEach(
                post -> read.change(post).map(newest -> newest.preceding(post)).ifPresent(changes::add));
        changes.removeIf(change -> change.precedesLoad() && change.offset() >= loadedAt);
        changes.sort(Comparator.comparing(TimelineChange::offset));
        subscribers.apply(changes);
    }

    /** Returns those that the timeline contains now. */
    private List<ProjectedPost> include(List<ProjectedPost> fresh) {
        try {
            timeline.include(fresh);
            fresh.forEach(post -> unreadable.resolve(UnreadableEntries.CHANGES, post.id()));
            return fresh;
        } catch (RuntimeException oneOfThem) {
            return fresh.stream().filter(this::isIncluded).toList();
        }
    }

    private boolean isIncluded(ProjectedPost post) {
        try {
            timeline.include(List.of(post));
            unreadable.resolve(UnreadableEntries.CHANGES, post.id());
            return true;
        } catch (RuntimeException damaged) {
            unreadable.report(UnreadableEntries.CHANGES, post.id(), damaged);
            return false;
        }
    }
}
