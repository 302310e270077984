package org.vedette.post.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * A post whose outbox is not empty.
 *
 * @param since when its oldest waiting event happened
 */
public record Backlog(UUID postId, Instant since) {}
