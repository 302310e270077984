package org.vedette.notification.webhooks.web.studio;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.preferences.Scope;
import org.vedette.notification.webhooks.EventFilter;
import org.vedette.notification.webhooks.Webhook;
import org.vedette.notification.webhooks.WebhookEventType;
import org.vedette.notification.webhooks.WebhookStatus;
import org.vedette.notification.webhooks.delivery.Attempt;
import org.vedette.notification.webhooks.delivery.WebhookDelivery;
import org.vedette.notification.webhooks.transport.AttemptOutcome;
import org.vedette.notification.webhooks.web.studio.WebhookDetailPage.Fact;

/** Says in words what is known of webhooks and deliveries. */
final class WebhookWords {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("MMMM d, uuuu, HH:mm:ss", Locale.ENGLISH);

    private final ZoneId zone;

    WebhookWords(ZoneId zone) {
        this.zone = zone;
    }

    String moment(Instant instant) {
        return MOMENT.format(instant.atZone(zone));
    }

    /** What a list says besides title and address. */
    String line(Webhook webhook) {
        return Stream.of(
                        capitalized(webhook.stateWord()),
                        webhook.settings().kind().title(),
                        filter(webhook.settings().filter()))
                .collect(Collectors.joining(" · "));
    }

    /** What is wrong with a webhook; null for nothing. */
    @Nullable
    String problem(Webhook webhook) {
        if (webhook.status() instanceof WebhookStatus.Disabled disabled) {
            return "Disabled on " + moment(disabled.at()) + ". " + disabled.reason()
                    + " New events are not kept for it; what waited before is sent when it is enabled.";
        }
        var since = webhook.health().failingSince();
        return webhook.health().isFailing() && since != null
                ? "Nothing has been delivered since " + moment(since) + ", in "
                        + webhook.health().failures() + " attempts."
                : null;
    }

    List<Fact> facts(Webhook webhook) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("State", capitalized(webhook.stateWord())));
        facts.add(new Fact("Kind", webhook.settings().kind().title()));
        facts.add(new Fact("Address", webhook.settings().address().masked()));
        facts.add(new Fact("Is told of", filter(webhook.settings().filter())));
        facts.add(new Fact("Registered", moment(webhook.createdAt())));
        var success = webhook.health().lastSuccess();
        facts.add(new Fact("Last success", success == null ? "none yet" : moment(success)));
        var previous = webhook.secrets().previousUntil();
        if (previous != null && !webhook.settings().kind().isChat()) {
            facts.add(new Fact("The secret before", "signs as well until " + moment(previous)));
        }
        return facts;
    }

    List<Fact> facts(WebhookDelivery delivery) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("About", delivery.title()));
        facts.add(new Fact("Event", delivery.type().word()));
        facts.add(new Fact("Message id", delivery.event().value()));
        facts.add(new Fact("State", status(delivery)));
        facts.add(new Fact("Entered", moment(delivery.openedAt())));
        return facts;
    }

    String status(WebhookDelivery delivery) {
        return switch (delivery.status()) {
            case WAITING -> delivery.attempts() == 0 ? "waiting" : "waiting until " + moment(delivery.nextAttempt());
            case DELIVERED -> "delivered";
            case FAILED -> "given up";
            case SKIPPED -> "not sent: the post is not public any more";
        };
    }

    /** What came of an attempt, with the status. */
    static String result(@Nullable Attempt attempt) {
        if (attempt == null) {
            return "";
        }
        return attempt.status() == null
                ? outcome(attempt.outcome()) + ": " + attempt.answer()
                : outcome(attempt.outcome()) + ", " + attempt.status();
    }

    static String outcome(AttemptOutcome outcome) {
        return switch (outcome) {
            case DELIVERED -> "taken";
            case REFUSED -> "refused";
            case BUSY -> "asked to wait";
            case GONE -> "gone for good";
            case TIMED_OUT -> "timed out";
            case BROKEN -> "failed";
            case BLOCKED -> "not allowed";
        };
    }

    private static String filter(EventFilter filter) {
        var types = WebhookEventType.OF_POSTS.stream()
                .filter(filter.types()::contains)
                .map(WebhookEventType::word)
                .collect(Collectors.joining(", "));
        return types + " " + scope(filter.scope());
    }

    private static String scope(Scope scope) {
        if (!(scope instanceof Scope.Chosen chosen)) {
            return "(every post)";
        }
        return Stream.of(words("series", chosen.series()), words("tags", chosen.tags()))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("; ", "(", ")"));
    }

    private static String words(String label, List<String> values) {
        return values.isEmpty() ? "" : label + " " + String.join(", ", values);
    }

    private static String capitalized(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
