package org.vedette.notification.webhooks.events;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Identity of an event that receivers are told of: the {@code id} of the CloudEvent and the header {@code webhook-id}, the same
 * for every receiver and every attempt.
 */
public record EventId(String value) {

    private static final Pattern TEXT = Pattern.compile("[a-z0-9_-]{1,80}");

    public EventId {
        if (!TEXT.matcher(value).matches()) {
            throw new IllegalArgumentException("not the id of an event");
        }
    }

    /** The id of what a revision of a post did. */
    public static EventId of(UUID post, long revision) {
        return new EventId("msg_" + post + "_" + revision);
    }

    /** The id of a test. */
    public static EventId ofPing(UUID id) {
        return new EventId("ping_" + id);
    }

    @Override
    public String toString() {
        return value;
    }
}
