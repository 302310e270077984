package org.vedette.feed.entries.messaging;

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
import tools.jackson.databind.json.JsonMapper;

/** Reads a Kafka record (CloudEvents 1.0, binary mode) as a post event. */
@Component
public class PostEventReader {

    private final JsonMapper json;

    PostEventReader(JsonMapper json) {
        this.json = json;
    }

    /**
     * What a record says; empty when it is of a type that came after us.
     *
     * @throws UnreadableEvent when it is no event, or one that breaks the contract
     */
    public Optional<ReceivedEvent> read(ConsumerRecord<String, byte[]> message) {
        var event = cloudEvent(message);
        return PostEventType.of(event.getType()).map(type -> happening(event, type));
    }

    private static CloudEvent cloudEvent(ConsumerRecord<String, byte[]> message) {
        try {
            return KafkaMessageFactory.createReader(message.headers(), message.value())
                    .toEvent();
        } catch (RuntimeException notAnEvent) {
            throw new UnreadableEvent("not a CloudEvent", notAnEvent);
        }
    }

    private ReceivedEvent happening(CloudEvent event, PostEventType type) {
        var data = event.getData();
        if (data == null) {
            throw new UnreadableEvent("an event of type " + event.getType() + " without data");
        }
        var postEvent = postEvent(data.toBytes(), type);
        return new ReceivedEvent(postEvent, time(event, postEvent));
    }

    private PostEvent postEvent(byte[] data, PostEventType type) {
        var event = parsed(data, type);
        if (event == null) {
            throw new UnreadableEvent("null in the place of a " + type.data().getSimpleName());
        }
        PostContract.violationsOf(event).ifPresent(violations -> {
            throw new UnreadableEvent("a " + type.data().getSimpleName() + " that breaks the contract: " + violations);
        });
        return event;
    }

    private @Nullable PostEvent parsed(byte[] data, PostEventType type) {
        try {
            return json.readValue(data, type.data());
        } catch (RuntimeException notReadable) {
            throw new UnreadableEvent("data that is no " + type.data().getSimpleName(), notReadable);
        }
    }

    private static Instant time(CloudEvent event, PostEvent postEvent) {
        var time = event.getTime();
        if (time != null) {
            return writable(time.toInstant().truncatedTo(ChronoUnit.MILLIS));
        }
        return postEvent instanceof PostWithdrawn gone
                ? gone.withdrawnAt()
                : postOf(postEvent).revisedAt();
    }

    private static Instant writable(Instant time) {
        if (!PostContract.isRfc3339Time(time)) {
            throw new UnreadableEvent("an event whose time is not in the years 1 to 9999");
        }
        return time;
    }

    private static PublicPost postOf(PostEvent event) {
        return event instanceof PostRevised revised ? revised.post() : ((PostPublished) event).post();
    }
}
