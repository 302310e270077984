package org.vedette.post.history;

import org.vedette.post.lifecycle.Post;

/** A revision with the whole post as it was. */
public record StoredRevision(Post post, RevisionInfo info) {}
