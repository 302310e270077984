package org.vedette.feed.live.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.entries.ChangeKind;
import org.vedette.feed.entries.updates.TimelineChange;
import org.vedette.feed.live.SseWriter;
import tools.jackson.databind.json.JsonMapper;

/** Writes events as the HTML standard defines them (§9.2). JSON has no line breaks, so an event is a few lines whatever is in it. */
@Component
class JsonSseWriter implements SseWriter {

    private static final Map<ChangeKind, String> NAMES = Map.of(
            ChangeKind.PUBLISHED, "PostPublished",
            ChangeKind.REVISED, "PostRevised",
            ChangeKind.WITHDRAWN, "PostWithdrawn");

    private static final int RETRY_MILLIS = 3_000;

    private final Blog blog;
    private final JsonMapper json;

    JsonSseWriter(Blog blog, JsonMapper json) {
        this.blog = blog;
        this.json = json;
    }

    @Override
    public byte[] change(TimelineChange change) {
        return event(
                "id: " + change.offset(),
                "event: " + NAMES.get(change.kind()),
                "data: " + json.writeValueAsString(LivePostView.of(change.post(), blog)));
    }

    /** A client remembers an id without data and raises no event. */
    @Override
    public byte[] welcome(OptionalLong id) {
        var retry = "retry: " + RETRY_MILLIS;
        return id.isPresent() ? event(retry, "id: " + id.getAsLong()) : event(retry);
    }

    @Override
    public byte[] resync(long id) {
        var data = "data: {\"detail\":\"Events were missed. Read " + blog.address("/api/feed/posts") + " again.\"}";
        return event("id: " + id, "event: Resync", data);
    }

    @Override
    public byte[] heartbeat() {
        return event(":");
    }

    private static byte[] event(String... lines) {
        return (String.join("\n", lines) + "\n\n").getBytes(UTF_8);
    }
}
