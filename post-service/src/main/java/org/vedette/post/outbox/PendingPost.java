package org.vedette.post.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A post that is marked as having pending events.
 *
 * @param oldest when its oldest pending event happened; null when its outbox is empty, because the relay that sent the
 *     last event has not removed the mark yet, or stopped before it could
 */
public record PendingPost(UUID postId, @Nullable Instant oldest) {}
