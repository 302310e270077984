package org.vedette.notification.webhooks.delivery;

import java.time.Instant;
import org.vedette.notification.webhooks.Webhook;

/**
 * The right of one process to send to a receiver for a while. While it lasts nobody else does, so that messages about a post
 * stay in order and the receiver gets no more at a time than it should.
 *
 * @param token tells this turn from every other one
 * @param wakes how often new messages had been announced when it began
 * @param until when it ends by itself
 */
public record Turn(Webhook webhook, String token, long wakes, Instant until) {}
