package org.vedette.feed.entries;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
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

    /** Its position among all posts. */
    Position position();
}
