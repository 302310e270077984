package org.vedette.feed.projection.messaging;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vedette.events.PostContract;
import org.vedette.events.PostEvent;
import org.vedette.events.PostEventType;
import org.vedette.events.PostPublished;
import org.vedette.events.PostRevised;
import org.vedette.events.PostWithdrawn;
import org.vedette.events.PublicPost;
import org.vedette.feed.entries.ReceivedEvent;
import org.vedette.starter.failures.UnreadableRecordException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads a Kafka record (CloudEvents 1.0, binary mode) as a post event. */
@Component
class PostEventReader {

    private final JsonMapper json;

    PostEventReader(JsonMapper json) {
        this.json = json;
    }

    /**
     * Reads a record; empty when it is of a type that this version does not know.
     *
     * @throws UnreadableRecordException when it is no event, or breaks the contract
     */
    Optional<ReceivedEvent> read(ConsumerRecord<String, byte[]> record) {
        var event = cloudEvent(record);
        return PostEventType.of(event.getType()).map(type -> received(event, type));
    }

    private static CloudEvent cloudEvent(ConsumerRecord<String, byte[]> record) {
        try {
            return KafkaMessageFactory.createReader(record.headers(), record.value())
                    .toEvent();
        } catch (RuntimeException notAnEvent) {
            throw unreadable("not a CloudEvent", notAnEvent);
        }
    }

    private ReceivedEvent received(CloudEvent event, PostEventType type) {
        var data = event.getData();
        if (data == null) {
            throw new UnreadableRecordException("an event of type " + event.getType() + " without data");
        }
        var postEvent = postEvent(data.toBytes(), type);
        return new ReceivedEvent(postEvent, time(event, postEvent));
    }

    private PostEvent postEvent(byte[] data, PostEventType type) {
        var event = parsed(data, type);
        if (event == null) {
            throw new UnreadableRecordException(
                    "null in the place of a " + type.data().getSimpleName());
        }
        PostContract.violationsOf(event).ifPresent(violations -> {
            throw new UnreadableRecordException(
                    "a " + type.data().getSimpleName() + " that breaks the contract: " + violations);
        });
        return event;
    }

    private @Nullable PostEvent parsed(byte[] data, PostEventType type) {
        try {
            return json.readValue(data, type.data());
        } catch (JacksonException notReadable) {
            throw unreadable("data that is no " + type.data().getSimpleName(), notReadable);
        }
    }

    private static Instant time(CloudEvent event, PostEvent postEvent) {
        var time = event.getTime();
        if (time != null) {
            return writable(time.toInstant().truncatedTo(ChronoUnit.MILLIS));
        }
        return postEvent instanceof PostWithdrawn withdrawn
                ? withdrawn.withdrawnAt()
                : postOf(postEvent).revisedAt();
    }

    private static Instant writable(Instant time) {
        if (!PostContract.isRfc3339Time(time)) {
            throw new UnreadableRecordException("an event whose time is not in the years 1 to 9999");
        }
        return time;
    }

    private static PublicPost postOf(PostEvent event) {
        return event instanceof PostRevised revised ? revised.post() : ((PostPublished) event).post();
    }

    private static UnreadableRecordException unreadable(String reason, RuntimeException cause) {
        return new UnreadableRecordException(reason + ": " + firstLine(cause), cause);
    }

    /** The first line of a parser's message; the others say where in the parser's source it was. */
    private static String firstLine(Throwable cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }
}
