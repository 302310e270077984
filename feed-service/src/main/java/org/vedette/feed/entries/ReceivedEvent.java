package org.vedette.feed.entries;

import java.time.Instant;
import org.vedette.events.PostEvent;
import org.vedette.events.PostPublished;
import org.vedette.events.PostRevised;
import org.vedette.events.PostWithdrawn;

/**
 * An event and its time.
 *
 * @param event what happened
 * @param at when, in milliseconds
 */
public record ReceivedEvent(PostEvent event, Instant at) {

    /** What it leaves behind. */
    public ProjectedPost projected() {
        if (event instanceof PostRevised revised) {
            return new Entry(revised.post(), revised.correction(), at);
        }
        if (event instanceof PostWithdrawn gone) {
            return new Tombstone(gone.postId(), gone.revision(), gone.slug(), gone.formerSlugs(), gone.reason(), at);
        }
        return new Entry(((PostPublished) event).post(), null, at);
    }

    FeedChange changed() {
        return new FeedChange(event.postId(), event.revision(), kind());
    }

    private ChangeKind kind() {
        if (event instanceof PostWithdrawn) {
            return ChangeKind.WITHDRAWN;
        }
        return event instanceof PostPublished ? ChangeKind.PUBLISHED : ChangeKind.REVISED;
    }
}
