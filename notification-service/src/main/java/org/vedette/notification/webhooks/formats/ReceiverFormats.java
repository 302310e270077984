package org.vedette.notification.webhooks.formats;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.vedette.notification.webhooks.events.WebhookEvent;
import org.vedette.notification.webhooks.receivers.ReceiverKind;
import org.vedette.notification.webhooks.transport.MessageFormats;
import tools.jackson.databind.json.JsonMapper;

/** Writes messages for each kind of receiver. */
@Component
class ReceiverFormats implements MessageFormats {

    private final JsonMapper json;

    ReceiverFormats(JsonMapper json) {
        this.json = json;
    }

    @Override
    public byte[] body(ReceiverKind kind, WebhookEvent event) {
        return kind == ReceiverKind.WEBHOOK
                ? event.body().getBytes(StandardCharsets.UTF_8)
                : json.writeValueAsBytes(chat(kind, ChatMessage.of(event)));
    }

    @Override
    public String contentType(ReceiverKind kind) {
        return kind == ReceiverKind.WEBHOOK ? "application/cloudevents+json; charset=UTF-8" : "application/json";
    }

    private static Map<String, Object> chat(ReceiverKind kind, ChatMessage message) {
        return switch (kind) {
            case SLACK -> SlackMessages.of(message);
            case MATTERMOST -> MattermostMessages.of(message);
            case TEAMS -> TeamsMessages.of(message);
            case DISCORD -> DiscordMessages.of(message);
            case WEBHOOK -> throw new IllegalArgumentException("a webhook gets the event itself");
        };
    }
}
