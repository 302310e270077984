package org.vedette.notification.webhooks.administration;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vedette.events.PostContract;
import org.vedette.notification.preferences.Scope;
import org.vedette.notification.webhooks.EventFilter;
import org.vedette.notification.webhooks.InvalidWebhookException;
import org.vedette.notification.webhooks.Webhook;
import org.vedette.notification.webhooks.WebhookEventType;
import org.vedette.notification.webhooks.WebhookSettings;
import org.vedette.notification.webhooks.receivers.InvalidReceiverException;
import org.vedette.notification.webhooks.receivers.ReceiverAddress;
import org.vedette.notification.webhooks.receivers.ReceiverKind;
import org.vedette.notification.webhooks.transport.ReceiverClient;
import reactor.core.publisher.Mono;

/** Checks what somebody filled in, the address by looking it up. */
public final class WebhookValidator {

    private static final int MAX_DESCRIPTION = 200;
    private static final int MAX_CHOICES = 50;
    private static final int MAX_TAG = 200;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final ReceiverClient client;
    private final boolean httpAllowed;

    /**
     * A validator.
     *
     * @param httpAllowed whether addresses may be without TLS
     */
    public WebhookValidator(ReceiverClient client, boolean httpAllowed) {
        this.client = client;
        this.httpAllowed = httpAllowed;
    }

    /**
     * The settings of a draft; fails with {@link InvalidWebhookException} when one is not possible.
     *
     * @param known the webhook that is changed; null for a new one
     */
    Mono<WebhookSettings> validated(WebhookDraft draft, @Nullable Webhook known) {
        return Mono.fromSupplier(() -> settings(draft, known)).flatMap(this::withReachableAddress);
    }

    private Mono<WebhookSettings> withReachableAddress(WebhookSettings settings) {
        return client.refusal(settings.address()).handle((refusal, sink) -> {
            if (refusal.isPresent()) {
                sink.error(new InvalidWebhookException("address", refusal.get()));
            } else {
                sink.next(settings);
            }
        });
    }

    private WebhookSettings settings(WebhookDraft draft, @Nullable Webhook known) {
        var address = address(text(draft.address()), known);
        return new WebhookSettings(
                description(text(draft.description())),
                kind(text(draft.kind()), address),
                address,
                new EventFilter(types(draft.events()), scope(draft)));
    }

    private ReceiverAddress address(String typed, @Nullable Webhook known) {
        if (typed.isEmpty()) {
            if (known != null) {
                return known.settings().address();
            }
            throw new InvalidWebhookException("address", "is missing");
        }
        try {
            return ReceiverAddress.parse(typed, httpAllowed);
        } catch (InvalidReceiverException invalid) {
            throw new InvalidWebhookException("address", String.valueOf(invalid.getMessage()));
        }
    }

    private static String description(String text) {
        if (text.length() > MAX_DESCRIPTION || CONTROL.matcher(text).find()) {
            throw new InvalidWebhookException(
                    "description", "must be one line of at most " + MAX_DESCRIPTION + " characters");
        }
        return text;
    }

    private static ReceiverKind kind(String word, ReceiverAddress address) {
        return word.isEmpty()
                ? ReceiverKind.recognize(address)
                : ReceiverKind.of(word)
                        .orElseThrow(() -> new InvalidWebhookException(
                                "kind", "is not known; known are: webhook, slack, mattermost, teams, discord"));
    }

    private static EnumSet<WebhookEventType> types(@Nullable List<String> words) {
        if (words == null) {
            return EnumSet.of(WebhookEventType.PUBLISHED);
        }
        if (words.isEmpty()) {
            throw new InvalidWebhookException("events", "must have at least one");
        }
        return words.stream()
                .map(word -> WebhookEventType.of(word)
                        .orElseThrow(() -> new InvalidWebhookException(
                                "events", "has one that is not known; known are: published, revised, withdrawn")))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(WebhookEventType.class)));
    }

    private static Scope scope(WebhookDraft draft) {
        var series = choices("series", draft.series());
        if (!series.stream().allMatch(PostContract::isSlug)) {
            throw new InvalidWebhookException("series", "has one that is not the slug of a series");
        }
        var tags = choices("tags", draft.tags()).stream()
                .map(tag -> tag.toLowerCase(Locale.ROOT))
                .toList();
        return series.isEmpty() && tags.isEmpty() ? new Scope.Everything() : new Scope.Chosen(series, tags);
    }

    private static List<String> choices(String field, @Nullable List<String> values) {
        var chosen = values == null
                ? List.<String>of()
                : values.stream()
                        .map(WebhookValidator::text)
                        .filter(value -> !value.isEmpty())
                        .toList();
        if (chosen.size() > MAX_CHOICES || chosen.stream().anyMatch(value -> value.length() > MAX_TAG)) {
            throw new InvalidWebhookException(field, "must have at most " + MAX_CHOICES);
        }
        return chosen;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
