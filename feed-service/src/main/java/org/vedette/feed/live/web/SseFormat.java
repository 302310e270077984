package org.vedette.feed.live.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.entries.ChangeKind;
import org.vedette.feed.live.LiveEvent;
import org.vedette.feed.live.LiveFormat;
import tools.jackson.databind.json.JsonMapper;

/** Events in the lines of the HTML standard, §9.2. JSON has no line breaks, so a frame is a few lines whatever is in it. */
@Component
class SseFormat implements LiveFormat {

    private static final Map<ChangeKind, String> NAMES = Map.of(
            ChangeKind.PUBLISHED, "PostPublished",
            ChangeKind.REVISED, "PostRevised",
            ChangeKind.WITHDRAWN, "PostWithdrawn");

    private static final int RETRY_MILLIS = 3_000;

    private final Blog blog;
    private final JsonMapper json;

    SseFormat(Blog blog, JsonMapper json) {
        this.blog = blog;
        this.json = json;
    }

    @Override
    public byte[] event(LiveEvent event) {
        return frame(
                "id: " + event.place(),
                "event: " + NAMES.get(event.kind()),
                "data: " + json.writeValueAsString(LivePost.of(event.post(), blog)));
    }

    /** An id without data is remembered by the listener and not handed on. */
    @Override
    public byte[] welcome(OptionalLong place) {
        var retry = "retry: " + RETRY_MILLIS;
        return place.isPresent() ? frame(retry, "id: " + place.getAsLong()) : frame(retry);
    }

    @Override
    public byte[] resync(long place) {
        var data = "data: {\"detail\":\"Events were missed. Read " + blog.address("/api/feed/posts") + " again.\"}";
        return frame("id: " + place, "event: Resync", data);
    }

    @Override
    public byte[] heartbeat() {
        return frame(":");
    }

    private static byte[] frame(String... lines) {
        return (String.join("\n", lines) + "\n\n").getBytes(UTF_8);
    }
}
