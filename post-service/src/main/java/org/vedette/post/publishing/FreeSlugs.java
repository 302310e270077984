package org.vedette.post.publishing;

import java.util.List;
import java.util.stream.IntStream;
import org.vedette.post.lifecycle.Slug;
import org.vedette.post.publishing.PublishingException.SlugTakenException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds a free slug by numbering; looks up candidates in growing batches, because the issues of a series share a title. */
public final class FreeSlugs {

    private static final int[] STEPS = {1, 20, 400, 8000};

    private final Posts posts;

    public FreeSlugs(Posts posts) {
        this.posts = posts;
    }

    /** The slug itself, or the first of its variants that no post has or had. */
    public Mono<Slug> firstFree(Slug base) {
        return Flux.range(1, STEPS.length - 1)
                .concatMap(step -> firstFree(numbered(base, STEPS[step - 1], STEPS[step])), 1)
                .next()
                .switchIfEmpty(Mono.error(() -> new SlugTakenException(base)));
    }

    private Mono<Slug> firstFree(List<Slug> candidates) {
        return posts.taken(candidates)
                .flatMap(taken -> Mono.justOrEmpty(candidates.stream()
                        .filter(candidate -> !taken.contains(candidate))
                        .findFirst()));
    }

    private static List<Slug> numbered(Slug base, int from, int to) {
        return IntStream.range(from, to).mapToObj(base::numbered).toList();
    }
}
