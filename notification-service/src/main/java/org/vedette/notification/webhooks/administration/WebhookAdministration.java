package org.vedette.notification.webhooks.administration;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.notification.webhooks.InvalidWebhookException;
import org.vedette.notification.webhooks.ReceiverHealth;
import org.vedette.notification.webhooks.Webhook;
import org.vedette.notification.webhooks.WebhookId;
import org.vedette.notification.webhooks.WebhookSettings;
import org.vedette.notification.webhooks.WebhookStatus;
import org.vedette.notification.webhooks.Webhooks;
import org.vedette.notification.webhooks.signing.SigningSecret;
import org.vedette.notification.webhooks.signing.SigningSecrets;
import reactor.core.publisher.Mono;

/** Registers webhooks, changes and removes them. */
public final class WebhookAdministration {

    private static final Logger log = LoggerFactory.getLogger(WebhookAdministration.class);

    private final Webhooks webhooks;
    private final WebhookValidator validator;
    private final NewWebhooks fresh;
    private final Rules rules;
    private final Clock clock;

    /** Makes ids and secrets that nobody has. */
    public record NewWebhooks(Supplier<WebhookId> ids, Supplier<SigningSecret> secrets) {}

    /**
     * The limits.
     *
     * @param most most webhooks
     * @param secretOverlap how long a secret signs after there is a new one
     */
    public record Rules(int most, Duration secretOverlap) {}

    public WebhookAdministration(
            Webhooks webhooks, WebhookValidator validator, NewWebhooks fresh, Rules rules, Clock clock) {
        this.webhooks = webhooks;
        this.validator = validator;
        this.fresh = fresh;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Registers a webhook; fails with {@link InvalidWebhookException}.
     *
     * @param admin who does it, for the log
     */
    public Mono<Webhook> register(WebhookDraft draft, String admin) {
        return webhooks.count()
                .filter(count -> count < rules.most())
                .switchIfEmpty(Mono.error(() ->
                        new InvalidWebhookException("address", "cannot be added to " + rules.most() + " webhooks")))
                .flatMap(count -> validator.validated(draft, null))
                .map(this::fresh)
                .delayUntil(webhooks::add)
                .doOnNext(added -> log.info("Webhook {} was registered by {}", added.id(), admin));
    }

    private Webhook fresh(WebhookSettings settings) {
        return new Webhook(
                fresh.ids().get(),
                settings,
                SigningSecrets.of(fresh.secrets().get()),
                new WebhookStatus.Enabled(),
                ReceiverHealth.UNTRIED,
                clock.instant());
    }

    /** Changes the settings; empty when there is no such webhook, and fails with {@link InvalidWebhookException}. */
    public Mono<Webhook> change(WebhookId id, WebhookDraft draft, String admin) {
        return webhooks.with(id)
                .flatMap(known -> validator.validated(draft, known))
                .flatMap(settings -> webhooks.change(id, settings))
                .flatMap(changed -> webhooks.with(id))
                .doOnNext(changed -> log.info("Webhook {} was changed by {}", id, admin));
    }

    /** Makes a new secret; the one before signs as well for a while. Empty when there is no such webhook. */
    public Mono<SigningSecrets> rotate(WebhookId id, String admin) {
        return webhooks.with(id)
                .map(known -> known.secrets().rotated(fresh.secrets().get(), rules.secretOverlap(), clock.instant()))
                .delayUntil(secrets -> webhooks.change(id, secrets))
                .doOnNext(secrets -> log.info("Webhook {} got a new secret by {}", id, admin));
    }

    /** Sends to a webhook again; empty when there is none. */
    public Mono<Webhook> enable(WebhookId id, String admin) {
        return webhooks.with(id)
                .filter(known -> !known.isEnabled())
                .delayUntil(known -> webhooks.enable(id, clock.instant()))
                .doOnNext(known -> log.info("Webhook {} was enabled by {}", id, admin))
                .then(webhooks.with(id));
    }

    /** Stops sending to a webhook; empty when there is none. */
    public Mono<Webhook> disable(WebhookId id, String admin) {
        return webhooks.with(id)
                .filter(Webhook::isEnabled)
                .delayUntil(known -> webhooks.disable(
                        id, new WebhookStatus.Disabled("By hand, by " + admin + ".", clock.instant()), false))
                .doOnNext(known -> log.info("Webhook {} was disabled by {}", id, admin))
                .then(webhooks.with(id));
    }

    /** Removes a webhook with its deliveries; false when there is none. */
    public Mono<Boolean> remove(WebhookId id, String admin) {
        return webhooks.remove(id)
                .doOnNext(removed -> log.info("Webhook {} was removed by {}: {}", id, admin, removed));
    }

    /** One webhook; empty when there is none. */
    public Mono<Webhook> find(WebhookId id) {
        return webhooks.with(id);
    }

    /**
     * The newest webhooks, newest first.
     *
     * @param before the last one of the page before; null for the first page
     */
    public Mono<List<Webhook>> newest(@org.jspecify.annotations.Nullable WebhookId before, int limit) {
        return webhooks.newest(before, limit).collectList();
    }
}
