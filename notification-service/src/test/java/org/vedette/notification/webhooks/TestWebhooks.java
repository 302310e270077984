package org.vedette.notification.webhooks;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.UUID;
import org.vedette.notification.preferences.Scope;
import org.vedette.notification.webhooks.receivers.ReceiverAddress;
import org.vedette.notification.webhooks.receivers.ReceiverKind;
import org.vedette.notification.webhooks.signing.SigningSecret;
import org.vedette.notification.webhooks.signing.SigningSecrets;

/** Builds webhooks that are valid by default and have an identity of their own. */
public final class TestWebhooks {

    public static final Instant CREATED = Instant.parse("2026-11-01T00:00:00Z");

    private ReceiverKind kind = ReceiverKind.WEBHOOK;
    private Scope scope = new Scope.Everything();
    private EnumSet<WebhookEventType> types =
            EnumSet.of(WebhookEventType.PUBLISHED, WebhookEventType.REVISED, WebhookEventType.WITHDRAWN);
    private String address = "https://receiver.example/hook";
    private Instant createdAt = CREATED;

    private TestWebhooks() {}

    public static TestWebhooks aWebhook() {
        return new TestWebhooks();
    }

    public TestWebhooks kind(ReceiverKind chosen) {
        kind = chosen;
        return this;
    }

    public TestWebhooks scope(Scope chosen) {
        scope = chosen;
        return this;
    }

    public TestWebhooks types(WebhookEventType first, WebhookEventType... others) {
        types = EnumSet.of(first, others);
        return this;
    }

    public String address() {
        return address;
    }

    public TestWebhooks address(String text) {
        address = text;
        return this;
    }

    public TestWebhooks createdAt(Instant time) {
        createdAt = time;
        return this;
    }

    public Webhook build() {
        return new Webhook(
                new WebhookId(UUID.randomUUID()),
                new WebhookSettings(
                        "A receiver", kind, ReceiverAddress.parse(address, true), new EventFilter(types, scope)),
                SigningSecrets.of(
                        SigningSecret.of("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8))),
                new WebhookStatus.Enabled(),
                ReceiverHealth.UNTRIED,
                createdAt);
    }
}
