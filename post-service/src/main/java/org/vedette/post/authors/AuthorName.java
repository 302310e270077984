package org.vedette.post.authors;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A name as bylines have it, in NFC, and the author it stands for.
 *
 * @param slug chosen once for this name and for no other
 * @param mergedInto slug of the author with whom an editor merged this one; null for an author of their own
 * @param republishUntil the published posts with this name are published again until then at least, because their newest
 *     events may have another slug; null when they need not be
 */
public record AuthorName(
        String name,
        AuthorSlug slug,
        @Nullable AuthorSlug mergedInto,
        @Nullable Instant republishUntil) {

    /** Slug of the author whom the name stands for. */
    public AuthorSlug author() {
        return mergedInto == null ? slug : mergedInto;
    }

    /** True when it stands for the same author under the same slug. */
    boolean isSameAs(AuthorName other) {
        return name.equals(other.name) && slug.equals(other.slug) && author().equals(other.author());
    }

    /** Slugs that lead to the author and are not {@link #author()}. */
    List<AuthorSlug> formerSlugs() {
        return mergedInto == null ? List.of() : List.of(slug);
    }
}
