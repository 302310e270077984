package org.vedette.post.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * The right to send the events of a post, which one relay at a time has.
 *
 * @param owner the relay that asks
 * @param from when it asks; a claim that ended before is over, whoever had it
 * @param until when the right ends unless it was given back; nothing of the owner's may be under way any more then
 */
public record Claim(UUID owner, Instant from, Instant until) {}
