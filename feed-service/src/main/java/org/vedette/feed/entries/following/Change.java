package org.vedette.feed.entries.following;

import org.vedette.feed.entries.ChangeKind;
import org.vedette.feed.entries.Projected;

/**
 * A change of a post, as this instance has taken it over.
 *
 * @param place its place among all changes, which only grows; the same on every instance
 * @param kind what happened
 * @param now what the store has of the post, of this revision or of a later one
 */
public record Change(long place, ChangeKind kind, Projected now) {}
