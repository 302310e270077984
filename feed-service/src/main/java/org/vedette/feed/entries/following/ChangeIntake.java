package org.vedette.feed.entries.following;

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
import org.vedette.feed.entries.Entries;
import org.vedette.feed.entries.LiveTimeline;
import org.vedette.feed.entries.Projected;
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
    private final LiveTimeline timeline;
    private final FollowersRelay followers;
    private final UnreadableEntries unreadable;

    public ChangeIntake(
            Entries entries, LiveTimeline timeline, FollowersRelay followers, UnreadableEntries unreadable) {
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
    private record Read(Map<UUID, Announcement> news, List<Projected> entries) {}

    private Mono<Read> read(Map<UUID, Announcement> news) {
        return entries.find(news.keySet()).collectList().map(found -> new Read(news, found));
    }

    private void takeOver(Map<UUID, Announcement> news, List<Projected> read, long startedAt) {
        var known = read.stream().filter(timeline::has).toList();
        var fresh = read.stream().filter(each -> !timeline.has(each)).toList();
        var recalled = changes(news, known);
        recalled.removeIf(change -> change.place() >= startedAt);
        tell(recalled, changes(news, included(fresh)));
    }

    /** Those that the timeline has now. */
    private List<Projected> included(List<Projected> fresh) {
        try {
            var unused = timeline.include(fresh);
            fresh.forEach(each -> unreadable.isFine(UnreadableEntries.CHANGES, each.id()));
            return fresh;
        } catch (RuntimeException oneOfThem) {
            return fresh.stream().filter(this::isIncluded).toList();
        }
    }

    private boolean isIncluded(Projected alone) {
        try {
            var unused = timeline.include(List.of(alone));
            unreadable.isFine(UnreadableEntries.CHANGES, alone.id());
            return true;
        } catch (RuntimeException broken) {
            unreadable.leftOut(UnreadableEntries.CHANGES, alone.id(), broken);
            return false;
        }
    }

    /** By their places: whoever resumes from one is taken to have all below it, so neither may overtake the other. */
    private void tell(Deque<Change> recalled, Deque<Change> followed) {
        while (!recalled.isEmpty() || !followed.isEmpty()) {
            followers.recall(upTo(followed.peek(), recalled));
            followers.follow(upTo(recalled.peek(), followed));
        }
    }

    private static List<Change> upTo(@Nullable Change other, Deque<Change> inOrder) {
        var taken = new ArrayList<Change>();
        while (!inOrder.isEmpty() && (other == null || inOrder.element().place() <= other.place())) {
            taken.add(inOrder.remove());
        }
        return taken;
    }

    private static Map<UUID, Announcement> newsOfEachPost(List<Announcement> heard) {
        return heard.stream()
                .collect(toMap(
                        each -> each.news().postId(), Function.identity(), Announcement::and, LinkedHashMap::new));
    }

    private Deque<Change> changes(Map<UUID, Announcement> news, List<Projected> read) {
        var changes = new ArrayList<Change>();
        for (var now : read) {
            var heard = news.get(now.id());
            if (heard != null) {
                change(heard, now).ifPresent(changes::add);
            }
        }
        changes.sort(Comparator.comparing(Change::place));
        return new ArrayDeque<>(changes);
    }

    private Optional<Change> change(Announcement heard, Projected now) {
        try {
            return Optional.of(heard.with(now));
        } catch (RuntimeException broken) {
            unreadable.leftOut(UnreadableEntries.CHANGES, now.id(), broken);
            return Optional.empty();
        }
    }
}
