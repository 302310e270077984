package org.vedette.notification.digests;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vedette.events.Byline;
import org.vedette.events.Series;
import reactor.core.publisher.Mono;

/** Digests for tests. */
public final class TestDigests {

    private TestDigests() {}

    /** The contents of no digest. */
    public static DigestContents none() {
        return new DigestContents(
                new InMemoryDigestRuns(), new InMemoryDigestedPosts(), (subscriber, posts) -> Mono.just(Set.of()));
    }

    public static DigestedPost aDigestedPost(Instant publishedAt) {
        return aDigestedPost(
                "Lures of the week", new Series("weekly", "Weekly Report"), List.of("phishing"), publishedAt);
    }

    public static DigestedPost aDigestedPost(
            String title, @Nullable Series series, List<String> tags, Instant publishedAt) {
        var id = UUID.randomUUID();
        return new DigestedPost(
                id,
                1,
                "post-" + id,
                title,
                "What we saw.",
                List.of(new Byline("Ada Example", "Example Labs")),
                series,
                tags,
                publishedAt,
                "en");
    }

    public static DigestedPost revised(DigestedPost post, long revision, String title) {
        return new DigestedPost(
                post.id(),
                revision,
                post.slug(),
                title,
                post.summary(),
                post.bylines(),
                post.series(),
                post.tags(),
                post.publishedAt(),
                post.language());
    }
}
