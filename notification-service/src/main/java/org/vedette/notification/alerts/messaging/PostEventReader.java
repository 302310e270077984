package org.vedette.notification.alerts.messaging;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vedette.events.PostContract;
import org.vedette.events.PostEvent;
import org.vedette.events.PostEventType;
import org.vedette.starter.failures.UnreadableRecordException;
import tools.jackson.databind.json.JsonMapper;

/** Reads post events: CloudEvents in Kafka's binary mode with a JSON value. */
@Component
class PostEventReader {

    private final JsonMapper json;

    PostEventReader(JsonMapper json) {
        this.json = json;
    }

    /**
     * The event in a record; empty when it is of a type this service does not know.
     *
     * @throws UnreadableRecordException when the record can never be read
     */
    Optional<PostEvent> read(ConsumerRecord<String, byte[]> record) {
        try {
            var event = KafkaMessageFactory.createReader(record).toEvent();
            return PostEventType.of(event.getType()).map(type -> data(event, type));
        } catch (RuntimeException unreadable) { // Parsing is deterministic: another attempt fails as well.
            throw new UnreadableRecordException("not a post event: " + unreadable.getMessage(), unreadable);
        }
    }

    private PostEvent data(CloudEvent event, PostEventType type) {
        var data = event.getData();
        if (data == null) {
            throw new UnreadableRecordException("a post event without data");
        }
        return valid(json.readValue(data.toBytes(), type.data()));
    }

    /** Refuses what the feed service refuses to show, so that no mail leads to a missing page. */
    private static PostEvent valid(@Nullable PostEvent event) {
        if (event == null) {
            throw new UnreadableRecordException("null instead of a post event");
        }
        PostContract.violationsOf(event).ifPresent(violations -> {
            throw new UnreadableRecordException("it breaks the contract: " + violations);
        });
        return event;
    }
}
