package org.vedette.feed.entries.updates;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.Entries;
import org.vedette.feed.entries.ProjectedPost;
import org.vedette.feed.entries.UnreadableEntries;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes changes over on this instance: reads what changed once, brings the timeline up to date, tells the followers. */
public final class ChangeIntake {

    /** Of entries of the largest size even these few are much to hold. */
    private static final int AT_ONCE = 100;

    /** While one part is taken over the next ones are read. */
    private static final int READ_AHEAD = 3;

    private final Entries entries;
    private final CurrentTimeline timeline;
    private final TimelineSubscribers followers;
    private final UnreadableEntries unreadable;

    public ChangeIntake(
            Entries entries, CurrentTimeline timeline, TimelineSubscribers followers, UnreadableEntries unreadable) {
        this.entries = entries;
        this.timeline = timeline;
        this.followers = followers;
        this.unreadable = unreadable;
    }

    /**
     * Takes news over, in its order.
     *
     * <p>What the timeline knows already is no change any more, unless it is from before the start: that the followers
     * are to recall. An entry that cannot be taken over is left out and holds up no other, so whatever this fails with is
     * trouble with the store, and doing it again is right.
     *
     * @param startedAt place before which news may already have been in what this instance started with
     */
    public Mono<Void> takeOver(Collection<Announcement> heard, long startedAt) {
        return Flux.fromIterable(heard)
                .buffer(AT_ONCE)
                .map(ChangeIntake::newsOfEachPost)
                .flatMapSequential(this::read, READ_AHEAD)
                .doOnNext(read -> takeOver(read.news(), read.entries(), startedAt))
                .then();
    }

    /** What is news, and what the store has of it. */
    private record Read(Map<UUID, Announcement> news, List<ProjectedPost> entries) {}

    private Mono<Read> read(Map<UUID, Announcement> news) {
        return entries.find(news.keySet()).collectList().map(found -> new Read(news, found));
    }

    private void takeOver(Map<UUID, Announcement> news, List<ProjectedPost> read, long startedAt) {
        var known = read.stream().filter(timeline::has).toList();
        var fresh = read.stream().filter(each -> !timeline.has(each)).toList();
        var recalled = changes(news, known);
        recalled.removeIf(change -> change.offset() >= startedAt);
        tell(recalled, changes(news, included(fresh)));
    }

    /** Those that the timeline has now. */
    private List<ProjectedPost> included(List<ProjectedPost> fresh) {
        try {
            var unused = timeline.include(fresh);
            fresh.forEach(each -> unreadable.resolve(UnreadableEntries.CHANGES, each.id()));
            return fresh;
        } catch (RuntimeException oneOfThem) {
            return fresh.stream().filter(this::isIncluded).toList();
        }
    }

    private boolean isIncluded(ProjectedPost alone) {
        try {
            var unused = timeline.include(List.of(alone));
            unreadable.resolve(UnreadableEntries.CHANGES, alone.id());
            return true;
        } catch (RuntimeException broken) {
            unreadable.report(UnreadableEntries.CHANGES, alone.id(), broken);
            return false;
        }
    }

    /** By their places: whoever resumes from one is taken to have all below it, so neither may overtake the other. */
    private void tell(Deque<TimelineChange> recalled, Deque<TimelineChange> followed) {
        while (!recalled.isEmpty() || !followed.isEmpty()) {
            followers.recall(upTo(followed.peek(), recalled));
            followers.follow(upTo(recalled.peek(), followed));
        }
    }

    private static List<TimelineChange> upTo(@Nullable TimelineChange other, Deque<TimelineChange> inOrder) {
        var taken = new ArrayList<TimelineChange>();
        while (!inOrder.isEmpty() && (other == null || inOrder.element().offset() <= other.offset())) {
            taken.add(inOrder.remove());
        }
        return taken;
    }

    private static Map<UUID, Announcement> newsOfEachPost(List<Announcement> heard) {
        return heard.stream()
                .collect(toMap(
                        each -> each.news().postId(), Function.identity(), Announcement::and, LinkedHashMap::new));
    }

    private Deque<TimelineChange> changes(Map<UUID, Announcement> news, List<ProjectedPost> read) {
        var changes = new ArrayList<TimelineChange>();
        for (var now : read) {
            var heard = news.get(now.id());
            if (heard != null) {
                change(heard, now).ifPresent(changes::add);
            }
        }
        changes.sort(Comparator.comparing(TimelineChange::offset));
        return new ArrayDeque<>(changes);
    }

    private Optional<TimelineChange> change(Announcement heard, ProjectedPost now) {
        try {
            return Optional.of(heard.with(now));
        } catch (RuntimeException broken) {
            unreadable.report(UnreadableEntries.CHANGES, now.id(), broken);
            return Optional.empty();
        }
    }
}
