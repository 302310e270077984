package org.vedette.feed.entries.updates;

import org.vedette.feed.entries.ChangeKind;
import org.vedette.feed.entries.ProjectedPost;

/**
 * A change of a post, as this instance has taken it over.
 *
 * @param offset its offset among all changes, which only grows; the same on every instance
 * @param kind what happened
 * @param post what the store has of the post, of this revision or of a later one
 */
public record TimelineChange(long offset, ChangeKind kind, ProjectedPost post) {}
