package org.vedette.notification.webhooks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.webhooks.signing.SigningSecrets;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The stored webhooks. Each change is one write, which leaves alone what it does not name. */
public interface Webhooks {

    Mono<Void> add(Webhook webhook);

    Mono<Webhook> with(WebhookId id);

    /** Those that messages are sent to. */
    Flux<Webhook> enabled();

    /**
     * The newest ones, newest first.
     *
     * @param before the last one of the page before; null for the first page
     */
    Flux<Webhook> newest(@Nullable WebhookId before, int limit);

    Mono<Long> count();

    /** Stores other settings; false when there is no such webhook. */
    Mono<Boolean> change(WebhookId id, WebhookSettings settings);

    Mono<Boolean> change(WebhookId id, SigningSecrets secrets);

    /** Sends messages again; forgets how earlier attempts went, and has what waits delivered now. */
    Mono<Boolean> enable(WebhookId id, Instant now);

    /**
     * Stops sending messages, unless that is so already.
     *
     * @param notify whether the admins are to be told by mail
     */
    Mono<Boolean> disable(WebhookId id, WebhookStatus.Disabled status, boolean notify);

    /** Removes a webhook with its deliveries; false when there is none. */
    Mono<Boolean> remove(WebhookId id);
}
