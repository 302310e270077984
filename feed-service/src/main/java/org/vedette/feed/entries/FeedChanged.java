package org.vedette.feed.entries;

import java.util.UUID;

/**
 * An entry changed in the store: every instance reads it anew.
 *
 * @param postId identity of the post
 * @param revision revision the store has at least
 */
public record FeedChanged(UUID postId, long revision) {}
