package org.vedette.notification.webhooks.store;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.preferences.Scope;
import org.vedette.notification.webhooks.EventFilter;
import org.vedette.notification.webhooks.ReceiverHealth;
import org.vedette.notification.webhooks.Webhook;
import org.vedette.notification.webhooks.WebhookEventType;
import org.vedette.notification.webhooks.WebhookId;
import org.vedette.notification.webhooks.WebhookSettings;
import org.vedette.notification.webhooks.WebhookStatus;
import org.vedette.notification.webhooks.receivers.ReceiverAddress;
import org.vedette.notification.webhooks.receivers.ReceiverKind;
import org.vedette.notification.webhooks.signing.SigningSecret;
import org.vedette.notification.webhooks.signing.SigningSecrets;

/** Converts between webhooks and documents, in which addresses and secrets are encrypted. No other class knows the names of the fields. */
final class WebhookDocuments {

    static final String ID = "_id";
    static final String ENABLED = "enabled";
    static final String REASON = "reason";
    static final String DISABLED_AT = "disabledAt";
    static final String NOTICE_DUE = "noticeDue";
    static final String NOTICE_CLAIMED_UNTIL = "noticeClaimedUntil";
    static final String NEXT_DUE = "nextDue";
    static final String WAKES = "wakes";
    static final String TOKEN = "token";
    static final String LEASE_UNTIL = "leaseUntil";
    static final String FAILURES = "failures";

    private final SecretCipher cipher;

    WebhookDocuments(SecretCipher cipher) {
        this.cipher = cipher;
    }

    Document toDocument(Webhook webhook) {
        var document = new Document(ID, webhook.id().value())
                .append("createdAt", Date.from(webhook.createdAt()))
                .append(ENABLED, webhook.isEnabled())
                .append(NOTICE_DUE, false)
                .append(WAKES, 0L)
                .append(LEASE_UNTIL, Date.from(Instant.EPOCH));
        document.putAll(settings(webhook.id(), webhook.settings()));
        document.putAll(secrets(webhook.id(), webhook.secrets()));
        document.putAll(health(webhook.health()));
        return document;
    }

    Document settings(WebhookId id, WebhookSettings settings) {
        var scope = settings.filter().scope();
        var chosen = scope instanceof Scope.Chosen some ? some : new Scope.Chosen(List.of(), List.of());
        return new Document("description", settings.description())
                .append("kind", settings.kind().word())
                .append("address", cipher.encrypt(settings.address().uri().toString(), owner(id, "address")))
                .append(
                        "events",
                        settings.filter().types().stream()
                                .map(WebhookEventType::word)
                                .sorted()
                                .toList())
                .append("everything", scope instanceof Scope.Everything)
                .append("series", chosen.series())
                .append("tags", chosen.tags());
    }

    Document secrets(WebhookId id, SigningSecrets secrets) {
        var previous = secrets.previous();
        return new Document("secret", cipher.encrypt(secrets.current().text(), owner(id, "secret")))
                .append(
                        "previousSecret",
                        previous == null ? null : cipher.encrypt(previous.text(), owner(id, "secret")))
                .append("previousUntil", date(secrets.previousUntil()));
    }

    static Document health(ReceiverHealth health) {
        return new Document(FAILURES, health.failures())
                .append("failingSince", date(health.failingSince()))
                .append("pausedUntil", date(health.pausedUntil()))
                .append("lastSuccess", date(health.lastSuccess()));
    }

    Webhook toWebhook(Document document) {
        var id = id(document);
        return new Webhook(
                id,
                settings(id, document),
                secrets(id, document),
                status(document),
                new ReceiverHealth(
                        document.getInteger(FAILURES),
                        instant(document, "failingSince"),
                        instant(document, "pausedUntil"),
                        instant(document, "lastSuccess")),
                document.getDate("createdAt").toInstant());
    }

    static WebhookId id(Document document) {
        return new WebhookId(document.get(ID, UUID.class));
    }

    private WebhookSettings settings(WebhookId id, Document document) {
        var address = cipher.decrypt(document.getString("address"), owner(id, "address"));
        var types = document.getList("events", String.class).stream()
                .flatMap(word -> WebhookEventType.of(word).stream())
                .collect(Collectors.toSet());
        var scope = document.getBoolean("everything")
                ? new Scope.Everything()
                : new Scope.Chosen(document.getList("series", String.class), document.getList("tags", String.class));
        return new WebhookSettings(
                document.getString("description"),
                ReceiverKind.of(document.getString("kind")).orElseThrow(),
                ReceiverAddress.parse(address, true),
                new EventFilter(types, scope));
    }

    private SigningSecrets secrets(WebhookId id, Document document) {
        var previous = document.getString("previousSecret");
        return new SigningSecrets(
                new SigningSecret(cipher.decrypt(document.getString("secret"), owner(id, "secret"))),
                previous == null ? null : new SigningSecret(cipher.decrypt(previous, owner(id, "secret"))),
                instant(document, "previousUntil"));
    }

    private static WebhookStatus status(Document document) {
        return document.getBoolean(ENABLED)
                ? new WebhookStatus.Enabled()
                : new WebhookStatus.Disabled(
                        document.getString(REASON),
                        document.getDate(DISABLED_AT).toInstant());
    }

    private static String owner(WebhookId id, String field) {
        return id + " " + field;
    }

    private static @Nullable Date date(@Nullable Instant instant) {
        return instant == null ? null : Date.from(instant);
    }

    private static @Nullable Instant instant(Document document, String field) {
        var date = document.getDate(field);
        return date == null ? null : date.toInstant();
    }
}
