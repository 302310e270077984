package org.vedette.post.migration;

import java.util.function.Function;
import org.vedette.post.lifecycle.Slug;
import org.vedette.post.publishing.FreeSlugs;
import org.vedette.post.publishing.Posts;
import org.vedette.post.publishing.PublishingException.SlugTakenException;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Adds posts under the slugs that they ask for, or under the first free ones with a number. */
public final class SlugAssigner {

    private static final int MAX_ATTEMPTS = 100;

    private final FreeSlugs freeSlugs;

    public SlugAssigner(Posts posts) {
        this.freeSlugs = new FreeSlugs(posts);
    }

    /** Searches only when another post has the slug; another request may take a free one between the search and the write. */
    public <T> Mono<T> assign(Slug wanted, Function<Slug, Mono<T>> add) {
        return Mono.defer(() -> add.apply(wanted))
                .onErrorResume(
                        SlugTakenException.class,
                        taken -> firstFree(wanted)
                                .flatMap(add)
                                .retryWhen(Retry.max(MAX_ATTEMPTS)
                                        .filter(SlugTakenException.class::isInstance)
                                        .onRetryExhaustedThrow((spec, last) -> last.failure())));
    }

    /** The slug, or the first one with a number that no post has or had. */
    public Mono<Slug> firstFree(Slug wanted) {
        return Mono.defer(() -> freeSlugs.firstFree(wanted));
    }
}
