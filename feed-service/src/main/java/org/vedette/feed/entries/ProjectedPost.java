package org.vedette.feed.entries;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.vedette.feed.blog.Tlp;
import org.vedette.feed.timeline.Position;

/** A post as its newest event left it. */
public sealed interface ProjectedPost permits Entry, Tombstone {

    UUID id();

    long revision();

    /** Last path segment of its address. */
    String slug();

    /** Earlier slugs, newest first. */
    List<String> formerSlugs();

    /** When the event happened; the same on every instance. */
    Instant changedAt();

    /** Who may see it; of a withdrawn post, who could. */
    Tlp tlp();

    /** Its position among all posts. */
    Position position();

    /** Whether, by its label, the public must not learn that the post exists. */
    default boolean isRestricted() {
        return !tlp().isPublic();
    }

    /** The post as everything that serves the public reads it: of a restricted one, nothing but where it is. */
    default ProjectedPost forPublic() {
        return isRestricted() ? new Tombstone(id(), revision(), slug(), formerSlugs(), null, changedAt(), tlp()) : this;
    }
}
