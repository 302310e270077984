package org.vedette.post.listing;

import org.jspecify.annotations.Nullable;
import org.vedette.post.lifecycle.Post;

/**
 * A post with what its index must know beside it.
 *
 * @param writer id of the person who wrote it; null for a post of an earlier version
 */
public record IndexedPost(Post post, @Nullable String writer) {}
