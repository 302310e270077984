package org.vedette.post.redirects;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * All redirects. A change is stored with a mark that it was not sent yet, in one write; the mark is removed once the broker
 * has it.
 */
public interface Redirects {

    /** Adds a redirect; false, and nothing is written, when the path has one. */
    Mono<Boolean> add(Redirect redirect);

    /** Adds a redirect, in place of the one that the path may have. */
    Mono<Void> put(Redirect redirect);

    /** Those that lead to a page, in no order. */
    Flux<Redirect> leadingTo(Target page);

    /** Empty when there is none. */
    Mono<Redirect> find(OldPath from);

    /** False when there is none. */
    Mono<Boolean> remove(OldPath from);

    /**
     * Some redirects, sorted by their paths.
     *
     * @param text in either path; null for all
     * @param after path where the ones before ended; null for the first ones
     */
    Flux<Redirect> list(@Nullable String text, @Nullable String after, int limit);

    /** Some changes that were not sent yet, in no order. */
    Flux<Change> pending(int limit);

    /** Notes which changes were sent. One that was changed again meanwhile stays pending. */
    Mono<Void> sent(Collection<Change> changes);

    /** Lets one replica at a time send changes; false when another one does until then at least. */
    Mono<Boolean> claim(String owner, Instant now, Instant until);

    /**
     * A change of one redirect.
     *
     * @param to where the path leads; null when it leads nowhere any more
     * @param revision of this redirect, rising with each change
     */
    record Change(OldPath from, @Nullable Target to, long revision) {}

    /** A part of the list; {@code next} is null at its end. */
    record Page(List<Redirect> redirects, @Nullable String next) {

        public Page {
            redirects = List.copyOf(redirects);
        }
    }
}
