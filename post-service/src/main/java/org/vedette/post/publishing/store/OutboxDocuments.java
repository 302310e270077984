package org.vedette.post.publishing.store;

import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.vedette.events.PostEventType;
import org.vedette.events.Topics;
import org.vedette.post.outbox.Announcement;
import org.vedette.post.outbox.Backlog;
import org.vedette.post.outbox.WaitingEvent;
import org.vedette.post.publishing.Refusal.BodyTooLarge;
import tools.jackson.databind.json.JsonMapper;

/** How an event lies in the outbox of its post's document: its record as JSON, as it will be sent. */
@Component
final class OutboxDocuments {

    static final String OUTBOX = "outbox";

    /** True while the outbox has events, absent when it is empty: what the relay finds posts by. */
    static final String PENDING = "outboxPending";

    /** Who may send the waiting events, and until when; absent while nobody does. */
    static final String OWNER = "outboxOwner";

    static final String CLAIMED_UNTIL = "outboxClaimedUntil";

    /** What the waiting events take; absent while the outbox is empty. */
    static final String BYTES = "outboxBytes";

    /** Together with the post itself an outbox must fit into a document of 16 MB. */
    static final long MAX_BYTES = 12L * 1024 * 1024;

    static final String EVENT_ID = "id";
    static final String AT = "at";

    /** What the record's key, headers and framing may take of {@link Topics#POSTS_MAX_BYTES}. */
    private static final int MAX_JSON = Topics.POSTS_MAX_BYTES - 64 * 1024;

    private final JsonMapper json;

    OutboxDocuments(JsonMapper json) {
        this.json = json;
    }

    Document of(Announcement announcement) {
        String event = json.writeValueAsString(announcement.event());
        int size = size(event);
        if (size > MAX_JSON) {
            throw new BodyTooLarge("The post as it would be published", size, MAX_JSON);
        }
        return new Document(EVENT_ID, announcement.id())
                .append("type", PostEventType.of(announcement.event()).type())
                .append(AT, Date.from(announcement.at()))
                .append("traceparent", announcement.traceparent())
                .append("json", event);
    }

    /** Fits the posts that can hold one more event. */
    static Bson roomFor(Document event) {
        return or(exists(BYTES, false), lte(BYTES, MAX_BYTES - size(event)));
    }

    static int size(Document event) {
        return size(event.getString("json"));
    }

    /** In bytes of UTF-8. */
    static int size(String json) {
        return json.getBytes(StandardCharsets.UTF_8).length;
    }

    /** The waiting events of a post's document, oldest first. */
    static List<WaitingEvent> waiting(Document post) {
        UUID postId = post.get(PostDocuments.ID, UUID.class);
        return post.getList(OUTBOX, Document.class, List.of()).stream()
                .map(event -> new WaitingEvent(
                        event.get(EVENT_ID, UUID.class),
                        postId,
                        event.getString("type"),
                        event.getDate(AT).toInstant(),
                        event.getString("json"),
                        event.getString("traceparent")))
                .toList();
    }

    /** The post with its oldest waiting event; empty when the outbox was emptied meanwhile. */
    static List<Backlog> backlog(Document post) {
        UUID postId = post.get(PostDocuments.ID, UUID.class);
        return post.getList(OUTBOX, Document.class, List.of()).stream()
                .limit(1)
                .map(event -> new Backlog(postId, event.getDate(AT).toInstant()))
                .toList();
    }
}
