package org.vedette.notification.alerts.messaging;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.stereotype.Component;
import org.vedette.events.PostContract;
import org.vedette.events.PostEvent;
import org.vedette.events.PostEventType;
import org.vedette.starter.failures.UnreadableRecordException;
import org.vedette.starter.kafka.CloudEventReader;
import tools.jackson.databind.json.JsonMapper;

/** Reads post events. Refuses what the feed service refuses to show, so that no mail leads to a missing page. */
@Component
class PostEventReader {

    private final CloudEventReader events;

    PostEventReader(JsonMapper json) {
        this.events = new CloudEventReader(json);
    }

    /**
     * The event in a record; empty when it is of a type this service does not know.
     *
     * @throws UnreadableRecordException when the record can never be read
     */
    Optional<PostEvent> read(ConsumerRecord<String, byte[]> record) {
        var event = events.read(record);
        return PostEventType.of(event.getType())
                .map(type -> events.data(event, type.data(), PostContract::violationsOf));
    }
}
