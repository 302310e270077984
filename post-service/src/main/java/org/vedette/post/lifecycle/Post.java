package org.vedette.post.lifecycle;

import java.time.Instant;
import java.util.List;
import org.vedette.post.content.PostContent;
import org.vedette.post.content.Tlp;

/** A post in one of its states. Every change creates a value with the next revision. */
public sealed interface Post permits Draft, Scheduled, Published, Withdrawn {

    PostId id();

    Revision revision();

    Slug slug();

    /** Earlier slugs that were public, newest first. */
    List<Slug> formerSlugs();

    PostContent content();

    Instant createdAt();

    /** Whether everybody may read it. */
    default boolean isPublic() {
        return this instanceof Published && content().tlp() == Tlp.CLEAR;
    }
}
