package org.vedette.notification.webhooks;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.webhooks.signing.SigningSecrets;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Webhooks that are only read. */
public record EnabledWebhooks(List<Webhook> all) implements Webhooks {

    public static Webhooks of(List<Webhook> all) {
        return new EnabledWebhooks(all);
    }

    @Override
    public Flux<Webhook> enabled() {
        return Flux.fromIterable(all);
    }

    @Override
    public Mono<Webhook> with(WebhookId id) {
        return enabled().filter(webhook -> webhook.id().equals(id)).next();
    }

    @Override
    public Flux<Webhook> newest(@Nullable WebhookId before, int limit) {
        return enabled().take(limit);
    }

    @Override
    public Mono<Long> count() {
        return enabled().count();
    }

    @Override
    public Mono<Void> add(Webhook webhook) {
        return refused();
    }

    @Override
    public Mono<Boolean> change(WebhookId id, WebhookSettings settings) {
        return refused();
    }

    @Override
    public Mono<Boolean> change(WebhookId id, SigningSecrets secrets) {
        return refused();
    }

    @Override
    public Mono<Boolean> enable(WebhookId id, Instant now) {
        return refused();
    }

    @Override
    public Mono<Boolean> disable(WebhookId id, WebhookStatus.Disabled status, boolean notify) {
        return refused();
    }

    @Override
    public Mono<Boolean> remove(WebhookId id) {
        return refused();
    }

    private static <T> Mono<T> refused() {
        return Mono.error(new UnsupportedOperationException());
    }
}
