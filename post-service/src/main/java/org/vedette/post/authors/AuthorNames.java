package org.vedette.post.authors;

import java.time.Instant;
import java.util.Collection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All names that published bylines have. A name and its slug stay for ever. */
public interface AuthorNames {

    /** Those of the given names that are known, in no order. */
    Flux<AuthorName> find(Collection<String> names);

    /** The name that a slug was chosen for; empty when there is none. */
    Mono<AuthorName> find(AuthorSlug slug);

    /** All names, in no order. */
    Flux<AuthorName> all();

    /** Adds a name in one atomic write; false, and nothing is written, when the name or its slug is there already. */
    Mono<Boolean> add(AuthorName name);

    /**
     * Makes one author of two. Interrupted halfway, it can be repeated.
     *
     * @param from the author who ends; all names that stand for this one stand for the other afterwards
     * @param into the author who stays
     * @param republishUntil set for the names that stand for another author now
     */
    Mono<Void> merge(AuthorSlug from, AuthorSlug into, Instant republishUntil);

    /**
     * Makes the name that a slug was chosen for an author of its own again.
     *
     * @return false when no name with the slug is merged into another author
     */
    Mono<Boolean> separate(AuthorSlug slug, Instant republishUntil);

    /** The names whose posts are to be published again, in no order. */
    Flux<AuthorName> republishing();

    /** Notes that the posts of a name need not be published again; no effect when it was merged again meanwhile. */
    Mono<Void> endRepublishing(AuthorName name);
}
