package org.vedette.post.publishing;

import java.util.List;
import java.util.stream.IntStream;
import org.vedette.post.publishing.Refusal.SlugTaken;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds a slug nobody has, by numbering the one a title suggests; asks in growing steps, since columns repeat titles. */
final class FreeSlugs {

    private static final int[] STEPS = {1, 20, 400, 8000};

    private final Posts posts;

    FreeSlugs(Posts posts) {
        this.posts = posts;
    }

    Mono<Slug> firstFree(Slug plain) {
        return Flux.range(1, STEPS.length - 1)
                .concatMap(step -> firstFree(numbered(plain, STEPS[step - 1], STEPS[step])), 1)
                .next()
                .switchIfEmpty(Mono.error(() -> new SlugTaken(plain)));
    }

    private Mono<Slug> firstFree(List<Slug> candidates) {
        return posts.taken(candidates)
                .flatMap(taken -> Mono.justOrEmpty(candidates.stream()
                        .filter(candidate -> !taken.contains(candidate))
                        .findFirst()));
    }

    private static List<Slug> numbered(Slug plain, int from, int to) {
        return IntStream.range(from, to).mapToObj(plain::numbered).toList();
    }
}
