package org.vedette.notification.webhooks.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.notification.webhooks.Webhook;
import org.vedette.notification.webhooks.WebhookStatus;
import org.vedette.notification.webhooks.Webhooks;
import org.vedette.notification.webhooks.transport.AttemptOutcome;
import org.vedette.notification.webhooks.transport.ReceiverAnswer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sends what waits for a receiver during a turn: of each post only the oldest message, because they must arrive in order. */
public final class TurnRunner {

    private static final Logger log = LoggerFactory.getLogger(TurnRunner.class);

    /** Most waiting deliveries that are looked at together. */
    private static final int LOOKAHEAD = 2_000;

    private static final Comparator<WebhookDelivery> IN_ORDER =
            Comparator.comparing(WebhookDelivery::openedAt).thenComparing(WebhookDelivery::revision);

    private final Webhooks webhooks;
    private final Turns turns;
    private final DeliveryLedger ledger;
    private final DeliveryService deliveries;
    private final DeliveryRules rules;
    private final Clock clock;
    private final AtomicBoolean stopping = new AtomicBoolean();

    public TurnRunner(
            Webhooks webhooks,
            Turns turns,
            DeliveryLedger ledger,
            DeliveryService deliveries,
            DeliveryRules rules,
            Clock clock) {
        this.webhooks = webhooks;
        this.turns = turns;
        this.ledger = ledger;
        this.deliveries = deliveries;
        this.rules = rules;
        this.clock = clock;
    }

    /** Lets attempts in progress end, and begins no other one. */
    void stop() {
        stopping.set(true);
    }

    void start() {
        stopping.set(false);
    }

    /** Completes when the turn has ended and was given back. */
    Mono<Void> run(Turn turn) {
        var now = clock.instant();
        var progress = new TurnProgress(turn.webhook().health(), now, now.plus(rules.turn()));
        return Mono.defer(() -> round(turn, progress))
                .repeat(() -> goesOn(progress))
                .then(Mono.defer(() -> turns.end(turn, progress.health(), progress.nextDue())));
    }

    private boolean goesOn(TurnProgress progress) {
        return !stopping.get() && progress.goesOn(clock.instant());
    }

    /** Looks at the settings each time: what an admin changed holds from the next message on. */
    private Mono<Void> round(Turn turn, TurnProgress progress) {
        return webhooks.with(turn.webhook().id())
                .filter(Webhook::isEnabled)
                .doOnSuccess(enabled -> {
                    if (enabled == null) {
                        progress.finish(turn.until());
                    }
                })
                .flatMap(webhook -> ledger.waiting(webhook.id(), LOOKAHEAD)
                        .collectList()
                        .flatMap(waiting -> round(webhook, progress, oldestOfEach(waiting))));
    }

    private Mono<Void> round(Webhook webhook, TurnProgress progress, List<WebhookDelivery> heads) {
        var now = clock.instant();
        var due = heads.stream()
                .filter(delivery -> !delivery.nextAttempt().isAfter(now))
                .toList();
        if (due.isEmpty()) {
            progress.finish(heads.stream()
                    .map(WebhookDelivery::nextAttempt)
                    .min(Comparator.naturalOrder())
                    .orElse(null));
            return Mono.empty();
        }
        return Flux.fromIterable(due)
                .takeWhile(delivery -> goesOn(progress))
                .flatMap(delivery -> attempt(delivery, webhook, progress), concurrency(webhook, progress), 1)
                .then();
    }

    /** A receiver that fails is tried by one message; people in a channel read messages in order. */
    private int concurrency(Webhook webhook, TurnProgress progress) {
        return progress.health().isFailing() || webhook.settings().kind().isChat() ? 1 : rules.perWebhook();
    }

    private Mono<Void> attempt(WebhookDelivery delivery, Webhook webhook, TurnProgress progress) {
        return deliveries.attempt(delivery, webhook).flatMap(answer -> note(answer, webhook, progress));
    }

    private Mono<Void> note(ReceiverAnswer answer, Webhook webhook, TurnProgress progress) {
        var now = clock.instant();
        if (progress.answered(answer, now)) {
            return ledger.hasten(webhook.id(), now);
        }
        if (answer.outcome() == AttemptOutcome.GONE) {
            return disable(webhook, "The receiver said that it is gone (410).", progress, now);
        }
        return progress.health().isFailingFor(rules.disableAfter(), now)
                ? disable(webhook, "Nothing was delivered for " + words(rules.disableAfter()) + ".", progress, now)
                : Mono.empty();
    }

    private Mono<Void> disable(Webhook webhook, String reason, TurnProgress progress, Instant now) {
        progress.finish(now);
        log.warn("Webhook {} is disabled and gets nothing until an admin enables it: {}", webhook.id(), reason);
        return webhooks.disable(webhook.id(), new WebhookStatus.Disabled(reason, now), true)
                .then();
    }

    private static String words(Duration duration) {
        return duration.toDays() > 1 ? duration.toDays() + " days" : duration.toHours() + " hours";
    }

    private static List<WebhookDelivery> oldestOfEach(List<WebhookDelivery> waiting) {
        Map<String, WebhookDelivery> heads = new HashMap<>();
        waiting.forEach(delivery -> heads.merge(
                delivery.subject(), delivery, (one, other) -> one.revision() <= other.revision() ? one : other));
        return heads.values().stream().sorted(IN_ORDER).toList();
    }
}
