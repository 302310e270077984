package org.vedette.feed.entries;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** Turns post events into entries; doing so again, or late, changes nothing. */
public final class EntryProjection {

    private final Entries entries;
    private final FeedChangePublisher changes;

    public EntryProjection(Entries entries, FeedChangePublisher changes) {
        this.entries = entries;
        this.changes = changes;
    }

    /**
     * Keeps what events say.
     *
     * @return the posts of which an event brought something newer
     */
    public Mono<Set<UUID>> project(Collection<ReceivedEvent> happenings) {
        return happenings.isEmpty()
                ? Mono.just(Set.of())
                : entries.save(happenings.stream().map(ReceivedEvent::projected).toList());
    }

    /**
     * Tells every instance of what is kept, each post once.
     *
     * <p>A repetition is to be announced too: whoever stored it first may have died before it could.
     */
    public Mono<Void> announce(Collection<ReceivedEvent> projected) {
        return projected.isEmpty() ? Mono.empty() : changes.announce(newsOfEachPost(projected));
    }

    private static List<FeedChange> newsOfEachPost(Collection<ReceivedEvent> happenings) {
        return List.copyOf(happenings.stream()
                .map(ReceivedEvent::changed)
                .collect(Collectors.toMap(FeedChange::postId, Function.identity(), FeedChange::and))
                .values());
    }
}
