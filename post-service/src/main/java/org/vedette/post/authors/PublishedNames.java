package org.vedette.post.authors;

import java.time.Instant;
import reactor.core.publisher.Flux;

/** The names in the bylines of all published posts: those of posts of earlier versions had no slugs chosen for them. */
@FunctionalInterface
public interface PublishedNames {

    /** Every byline of every published post, in no order. */
    Flux<PublishedName> all();

    /**
     * A name in a byline.
     *
     * @param name in NFC
     * @param publishedAt when the post was published
     */
    record PublishedName(String name, Instant publishedAt) {}
}
