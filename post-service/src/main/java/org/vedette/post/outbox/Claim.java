package org.vedette.post.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * The exclusive right of one relay to send the events of a post, for a limited time.
 *
 * @param owner the relay
 * @param from when it claims; an earlier claim that ended by then is void
 * @param until when the claim ends, unless it is released before; the owner must have nothing in flight by then
 */
public record Claim(UUID owner, Instant from, Instant until) {}
