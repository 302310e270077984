package org.vedette.feed.projection.messaging;

import io.cloudevents.CloudEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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
import org.vedette.starter.kafka.CloudEventReader;
import tools.jackson.databind.json.JsonMapper;

/** Reads a Kafka record as a post event with its time. */
@Component
class PostEventReader {

    private final CloudEventReader events;

    PostEventReader(JsonMapper json) {
        this.events = new CloudEventReader(json);
    }

    /**
     * Reads a record; empty when it is of a type that this version does not know.
     *
     * @throws UnreadableRecordException when it is no event, or breaks the contract
     */
    Optional<ReceivedEvent> read(ConsumerRecord<String, byte[]> record) {
        var event = events.read(record);
        return PostEventType.of(event.getType()).map(type -> {
            var data = events.data(event, type.data(), PostContract::violationsOf);
            return new ReceivedEvent(data, time(event, data));
        });
    }

    private static Instant time(CloudEvent event, PostEvent postEvent) {
        var time = event.getTime();
        if (time != null) {
            return time.toInstant().truncatedTo(ChronoUnit.MILLIS);
        }
        return postEvent instanceof PostWithdrawn withdrawn
                ? withdrawn.withdrawnAt()
                : postOf(postEvent).revisedAt();
    }

    private static PublicPost postOf(PostEvent event) {
        return event instanceof PostRevised revised ? revised.post() : ((PostPublished) event).post();
    }
}
