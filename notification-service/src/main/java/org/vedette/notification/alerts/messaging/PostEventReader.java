package org.vedette.notification.alerts.messaging;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.converter.MessageConversionException;
import org.springframework.stereotype.Component;
import org.vedette.events.PostContract;
import org.vedette.events.PostEvent;
import org.vedette.events.PostEventType;
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
     * @throws MessageConversionException when the record cannot be read, now or ever
     */
    Optional<PostEvent> read(ConsumerRecord<String, byte[]> record) {
        try {
            var event = KafkaMessageFactory.createReader(record).toEvent();
            return PostEventType.of(event.getType()).map(type -> data(event, type));
        } catch (RuntimeException unreadable) { // Whatever it is, the same bytes will be as unreadable next time.
            throw new MessageConversionException("not a post event: " + unreadable.getMessage(), unreadable);
        }
    }

    private PostEvent data(CloudEvent event, PostEventType type) {
        var data = event.getData();
        if (data == null) {
            throw new MessageConversionException("a post event without data");
        }
        return complete(json.readValue(data.toBytes(), type.data()));
    }

    /** A post that the site refuses to show must not be mailed either. */
    private static PostEvent complete(@Nullable PostEvent event) {
        if (event == null) {
            throw new MessageConversionException("null in the place of a post event");
        }
        PostContract.violationsOf(event).ifPresent(violations -> {
            throw new MessageConversionException("one that breaks the contract: " + violations);
        });
        return event;
    }
}
