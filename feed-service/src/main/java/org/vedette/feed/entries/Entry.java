package org.vedette.feed.entries;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vedette.events.PublicPost;

/**
 * A public post as it is read.
 *
 * @param post the post
 * @param correction what readers must know about its newest revision; null when there is nothing
 * @param changedAt when its newest event happened
 */
public record Entry(PublicPost post, @Nullable String correction, Instant changedAt) implements Projected {

    @Override
    public UUID id() {
        return post.id();
    }

    @Override
    public long revision() {
        return post.revision();
    }

    @Override
    public String slug() {
        return post.slug();
    }

    @Override
    public List<String> formerSlugs() {
        return post.formerSlugs();
    }

    public Tlp tlp() {
        return Tlp.of(post.tlp());
    }

    /** The editor's introduction, or the machine's summary where there is none. */
    public String summary() {
        return head().summary();
    }

    /** What lists show of it. */
    public EntryHead head() {
        return new EntryHead(
                post.id(),
                post.slug(),
                post.title(),
                post.standfirst(),
                post.excerpt(),
                post.bylines(),
                post.tags(),
                post.series(),
                post.period(),
                tlp(),
                post.publishedAt());
    }
}
