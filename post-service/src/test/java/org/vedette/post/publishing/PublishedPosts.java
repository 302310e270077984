package org.vedette.post.publishing;

import com.fasterxml.uuid.Generators;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.vedette.events.PostPublished;
import org.vedette.post.Submissions;
import org.vedette.post.lifecycle.Draft;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.lifecycle.Published;
import org.vedette.post.lifecycle.Revision;
import org.vedette.post.lifecycle.Slug;
import org.vedette.post.outbox.OutboxEvent;
import org.vedette.testsupport.events.PublicPosts;
import reactor.core.publisher.Mono;

/** Stores published posts with events, for tests of outboxes. */
public final class PublishedPosts {

    private final Posts posts;
    private final Submissions content;
    private final Map<UUID, Published> stored = new ConcurrentHashMap<>();

    public PublishedPosts(Posts posts, Submissions content) {
        this.posts = posts;
        this.content = content;
    }

    /** Publishes a post on the first call, and revises it on each later one. */
    public Mono<Void> storeWithEvent(UUID postId, Instant at) {
        return Mono.justOrEmpty(stored.get(postId))
                .map(post -> post.revised(post.content(), post.slug(), post.corrections(), at))
                .switchIfEmpty(Mono.defer(() -> storeDraft(postId, at)))
                .flatMap(post ->
                        posts.store(Changes.to(post, eventAt(at))).doOnNext(written -> stored.put(postId, post)))
                .then();
    }

    private Mono<Published> storeDraft(UUID postId, Instant at) {
        var draft = new Draft(
                new PostId(postId),
                Revision.FIRST,
                new Slug("post-" + postId),
                content.build().content(),
                null,
                at);
        return posts.store(Changes.to(draft)).thenReturn(draft.published(at));
    }

    private static OutboxEvent eventAt(Instant at) {
        var event = new PostPublished(PublicPosts.aPost().build());
        return new OutboxEvent(Generators.timeBasedEpochGenerator().generate(), at, event, null);
    }
}
