package org.vedette.notification.webhooks.web.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.preferences.Scope;
import org.vedette.notification.webhooks.Webhook;
import org.vedette.notification.webhooks.WebhookEventType;
import org.vedette.notification.webhooks.WebhookStatus;
import org.vedette.notification.webhooks.receivers.ReceiverKind;

/**
 * A webhook in the API.
 *
 * @param kind {@code webhook}, {@code slack}, {@code mattermost}, {@code teams} or {@code discord}
 * @param address without what may be secret
 * @param events {@code published}, {@code revised}, {@code withdrawn}
 * @param series slugs of the series whose posts count; none, with no tags either, for every post
 * @param tags tags whose posts count
 * @param state enabled, failing or disabled
 * @param reason why it is disabled; null when it is not
 * @param failures attempts that failed since the last one that succeeded
 * @param failingSince the first of them; null without one
 * @param lastSuccess the last attempt that succeeded; null for none
 * @param secret what signs messages, shown once; null otherwise, and for chats
 * @param previousSecretUntil how long the secret before signs as well; null for no longer
 */
record WebhookView(
        String id,
        String description,
        String kind,
        String address,
        List<String> events,
        List<String> series,
        List<String> tags,
        String state,
        @Nullable String reason,
        @Nullable Instant disabledAt,
        Instant createdAt,
        int failures,
        @Nullable Instant failingSince,
        @Nullable Instant lastSuccess,
        @Nullable String secret,
        @Nullable Instant previousSecretUntil) {

    static WebhookView of(Webhook webhook) {
        return of(webhook, false);
    }

    /** A webhook that was just registered. */
    static WebhookView withSecret(Webhook webhook) {
        return of(webhook, webhook.settings().kind() == ReceiverKind.WEBHOOK);
    }

    private static WebhookView of(Webhook webhook, boolean showsSecret) {
        var settings = webhook.settings();
        var scope = settings.filter().scope();
        var chosen = scope instanceof Scope.Chosen some ? some : new Scope.Chosen(List.of(), List.of());
        var disabled = webhook.status() instanceof WebhookStatus.Disabled end ? end : null;
        return new WebhookView(
                webhook.id().toString(),
                settings.description(),
                settings.kind().word(),
                settings.address().masked(),
                WebhookEventType.OF_POSTS.stream()
                        .filter(settings.filter().types()::contains)
                        .map(WebhookEventType::word)
                        .toList(),
                chosen.series(),
                chosen.tags(),
                webhook.stateWord(),
                disabled == null ? null : disabled.reason(),
                disabled == null ? null : disabled.at(),
                webhook.createdAt(),
                webhook.health().failures(),
                webhook.health().failingSince(),
                webhook.health().lastSuccess(),
                showsSecret ? webhook.secrets().current().text() : null,
                webhook.secrets().previousUntil());
    }
}
