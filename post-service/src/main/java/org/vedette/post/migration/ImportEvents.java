package org.vedette.post.migration;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.vedette.events.PostEvent;
import org.vedette.events.PostPublished;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.Published;
import org.vedette.post.lifecycle.Withdrawn;
import org.vedette.post.outbox.OutboxEvent;
import org.vedette.post.publishing.IdGenerator;
import org.vedette.post.publishing.PublicPostMapper;
import org.vedette.post.publishing.PublishingException.RenderingBusyException;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** The events that tell the other services of posts that came from elsewhere. */
public final class ImportEvents {

    private static final Retry WHEN_BUSY = Retry.backoff(10, Duration.ofMillis(50))
            .filter(RenderingBusyException.class::isInstance)
            .onRetryExhaustedThrow((spec, last) -> last.failure());

    private final PublicPostMapper publicPosts;
    private final Clock clock;
    private final IdGenerator ids;

    public ImportEvents(PublicPostMapper publicPosts, Clock clock, IdGenerator ids) {
        this.publicPosts = publicPosts;
        this.clock = clock;
        this.ids = ids;
    }

    /** None for a post that was never public. */
    public Mono<Optional<OutboxEvent>> of(Post post) {
        if (post instanceof Published published) {
            return publicPosts.map(published).retryWhen(WHEN_BUSY).map(mapped -> event(new PostPublished(mapped)));
        }
        return Mono.just(
                post instanceof Withdrawn withdrawn ? event(PublicPostMapper.map(withdrawn, false)) : Optional.empty());
    }

    private Optional<OutboxEvent> event(PostEvent event) {
        return Optional.of(new OutboxEvent(ids.next(), clock.instant(), event, null));
    }

    /** Signals what would keep a post from being public. */
    public Mono<Void> check(Post post) {
        return post instanceof Published published
                ? publicPosts.check(published).retryWhen(WHEN_BUSY)
                : Mono.empty();
    }
}
