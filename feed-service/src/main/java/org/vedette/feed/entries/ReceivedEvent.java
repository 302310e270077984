package org.vedette.feed.entries;

import java.time.Instant;
import org.vedette.events.PostEvent;
import org.vedette.events.PostPublished;
import org.vedette.events.PostRevised;
import org.vedette.events.PostWithdrawn;
import org.vedette.feed.blog.Tlp;

/**
 * A post event with the time of its envelope.
 *
 * @param time when it happened, in milliseconds
 */
public record ReceivedEvent(PostEvent event, Instant time) {

    /** The post as this event leaves it. */
    public ProjectedPost post() {
        if (event instanceof PostRevised revised) {
            return new Entry(revised.post(), revised.correction(), time);
        }
        if (event instanceof PostWithdrawn it) {
            return tombstone(it);
        }
        return new Entry(((PostPublished) event).post(), null, time);
    }

    private Tombstone tombstone(PostWithdrawn withdrawn) {
        var tlp = withdrawn.tlp() == null ? Tlp.CLEAR : Tlp.of(withdrawn.tlp());
        return new Tombstone(
                withdrawn.postId(),
                withdrawn.revision(),
                withdrawn.slug(),
                withdrawn.formerSlugs(),
                withdrawn.reason(),
                time,
                tlp);
    }

    /** The change that is published to all instances. */
    public FeedChange change() {
        return new FeedChange(event.postId(), event.revision(), kind());
    }

    private ChangeKind kind() {
        if (event instanceof PostWithdrawn) {
            return ChangeKind.WITHDRAWN;
        }
        return event instanceof PostPublished ? ChangeKind.PUBLISHED : ChangeKind.REVISED;
    }
}
