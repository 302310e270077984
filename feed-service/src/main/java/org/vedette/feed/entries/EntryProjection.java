package org.vedette.feed.entries;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vedette.events.PostEvent;
import org.vedette.events.PostPublished;
import org.vedette.events.PostRevised;
import org.vedette.events.PostWithdrawn;
import reactor.core.publisher.Mono;

/** Turns post events into entries; doing so again, or late, changes nothing. */
public final class EntryProjection {

    private final Entries entries;
    private final FeedChanges changes;

    public EntryProjection(Entries entries, FeedChanges changes) {
        this.entries = entries;
        this.changes = changes;
    }

    /**
     * Keeps what an event says.
     *
     * <p>A repetition is to be announced too: whoever stored it first may have died before it could.
     */
    public Mono<FeedChanged> project(PostEvent event, Instant happenedAt) {
        return entries.keep(projected(event, happenedAt)).thenReturn(new FeedChanged(event.postId(), event.revision()));
    }

    /** Tells every instance, each post once. */
    public Mono<Void> announce(Collection<FeedChanged> projected) {
        return projected.isEmpty() ? Mono.empty() : changes.announce(newestOfEachPost(projected));
    }

    private static List<FeedChanged> newestOfEachPost(Collection<FeedChanged> changes) {
        BinaryOperator<FeedChanged> newer = (one, other) -> one.revision() >= other.revision() ? one : other;
        return List.copyOf(changes.stream()
                .collect(Collectors.toMap(FeedChanged::postId, Function.identity(), newer))
                .values());
    }

    private static Projected projected(PostEvent event, Instant happenedAt) {
        if (event instanceof PostRevised revised) {
            return new Entry(revised.post(), revised.correction(), happenedAt);
        }
        if (event instanceof PostWithdrawn gone) {
            return new Tombstone(
                    gone.postId(), gone.revision(), gone.slug(), gone.formerSlugs(), gone.reason(), happenedAt);
        }
        return new Entry(((PostPublished) event).post(), null, happenedAt);
    }
}
