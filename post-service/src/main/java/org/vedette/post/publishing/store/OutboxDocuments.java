package org.vedette.post.publishing.store;

import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vedette.events.PostEventType;
import org.vedette.events.Topics;
import org.vedette.post.outbox.OutboxEvent;
import org.vedette.post.outbox.PendingEvent;
import org.vedette.post.outbox.PendingPost;
import org.vedette.post.publishing.PublishingException.BodyTooLargeException;
import tools.jackson.databind.json.JsonMapper;

/** Maps the outbox in the document of a post; an event is stored as the JSON that is sent. */
@Component
final class OutboxDocuments {

    static final String OUTBOX = "outbox";

    /** The mark the relay finds posts by: true while the outbox has events, else absent. */
    static final String PENDING = "outboxPending";

    /** The relay that claimed the outbox, and when its claim ends; absent while it is not claimed. */
    static final String OWNER = "outboxOwner";

    static final String CLAIMED_UNTIL = "outboxClaimedUntil";

    /** Size of the pending events in bytes; absent while the outbox is empty. */
    static final String BYTES = "outboxBytes";

    /** Post and outbox must fit into a document of 16 MB. */
    static final long MAX_BYTES = 12L * 1024 * 1024;

    static final String EVENT_ID = "id";
    static final String AT = "at";

    /** Leaves 64 KB of {@link Topics#POSTS_MAX_BYTES} for the key, headers and framing of the record. */
    private static final int MAX_JSON = Topics.POSTS_MAX_BYTES - 64 * 1024;

    private final JsonMapper json;

    OutboxDocuments(JsonMapper json) {
        this.json = json;
    }

    Document of(OutboxEvent outboxEvent) {
        var event = json.writeValueAsString(outboxEvent.event());
        var size = size(event);
        if (size > MAX_JSON) {
            throw new BodyTooLargeException("The post as it would be published", size, MAX_JSON);
        }
        return new Document(EVENT_ID, outboxEvent.id())
                .append("type", PostEventType.of(outboxEvent.event()).type())
                .append(AT, Date.from(outboxEvent.at()))
                .append("traceparent", outboxEvent.traceparent())
                .append("json", event);
    }

    /** Matches the posts whose outbox has room for the event. */
    static Bson hasRoomFor(Document event) {
        return or(exists(BYTES, false), lte(BYTES, MAX_BYTES - size(event)));
    }

    static int size(Document event) {
        return size(event.getString("json"));
    }

    /** In bytes of UTF-8. */
    static int size(String json) {
        return json.getBytes(StandardCharsets.UTF_8).length;
    }

    /** The pending events of a post, oldest first. */
    static List<PendingEvent> pendingEvents(Document post) {
        var postId = post.get(PostDocuments.ID, UUID.class);
        return post.getList(OUTBOX, Document.class, List.of()).stream()
                .map(event -> new PendingEvent(
                        event.get(EVENT_ID, UUID.class),
                        postId,
                        event.getString("type"),
                        event.getDate(AT).toInstant(),
                        event.getString("json"),
                        event.getString("traceparent")))
                .toList();
    }

    static PendingPost pendingPost(Document post) {
        return new PendingPost(post.get(PostDocuments.ID, UUID.class), oldest(post));
    }

    /** Never fails: one unreadable outbox must not keep the relay from finding the others. */
    private static @Nullable Instant oldest(Document post) {
        return post.get(OUTBOX) instanceof List<?> events
                        && !events.isEmpty()
                        && events.get(0) instanceof Document event
                        && event.get(AT) instanceof Date at
                ? at.toInstant()
                : null;
    }
}
