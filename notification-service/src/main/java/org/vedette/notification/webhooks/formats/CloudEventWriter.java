package org.vedette.notification.webhooks.formats;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.vedette.events.PostEvent;
import org.vedette.notification.webhooks.WebhookEventType;
import org.vedette.notification.webhooks.events.EventContents;
import org.vedette.notification.webhooks.events.EventId;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes events as CloudEvents 1.0 in the structured JSON form. The data is that of our own events; the extension attribute {@code
 * link} has the address of the post, which the data names by its slug alone.
 */
@Component
class CloudEventWriter implements EventContents {

    private final JsonMapper json;

    CloudEventWriter(JsonMapper json) {
        this.json = json;
    }

    @Override
    public String ofPost(EventId id, WebhookEventType type, PostEvent data, Instant at, String link) {
        return event(id, type, data.postId().toString(), data, at, link);
    }

    @Override
    public String ofPing(EventId id, Instant at, String link) {
        return event(id, WebhookEventType.PING, "test", Map.of("test", true), at, link);
    }

    private String event(EventId id, WebhookEventType type, String subject, Object data, Instant at, String link) {
        var event = new LinkedHashMap<String, Object>();
        event.put("specversion", "1.0");
        event.put("id", id.value());
        event.put("source", PostEvent.SOURCE.toString());
        event.put("type", type.type());
        event.put("subject", subject);
        event.put("time", at.toString());
        event.put("datacontenttype", "application/json");
        event.put("link", link);
        event.put("data", data);
        return json.writeValueAsString(event);
    }
}
