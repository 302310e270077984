package org.vedette.starter.kafka;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.vedette.starter.failures.UnreadableRecordException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads CloudEvents 1.0 in the binary mode of Kafka with data in JSON. Reading is deterministic: what cannot be read at the
 * first attempt never can.
 */
public final class CloudEventReader {

    private static final int MAX_YEAR = 9999;

    private final JsonMapper json;

    public CloudEventReader(JsonMapper json) {
        this.json = json;
    }

    /**
     * Reads the event of a record.
     *
     * @throws UnreadableRecordException when it is no CloudEvent, or one whose time RFC 3339 cannot express (§1)
     */
    public CloudEvent read(ConsumerRecord<?, byte[]> record) {
        try {
            var event = KafkaMessageFactory.createReader(record.headers(), record.value())
                    .toEvent();
            requireTime(event);
            return event;
        } catch (RuntimeException notAnEvent) {
            throw unreadable("not a CloudEvent", notAnEvent);
        }
    }

    /**
     * Reads the data of an event.
     *
     * @param violations says what of the contract data violates; empty when it is valid
     * @throws UnreadableRecordException when there is none of this type, or it violates the contract
     */
    public <T> T data(CloudEvent event, Class<T> type, Function<? super T, Optional<String>> violations) {
        var data = parsed(event, type);
        if (data == null) {
            throw new UnreadableRecordException("null in the place of a " + type.getSimpleName());
        }
        violations.apply(data).ifPresent(found -> {
            throw new UnreadableRecordException("a " + type.getSimpleName() + " that breaks the contract: " + found);
        });
        return data;
    }

    private <T> @Nullable T parsed(CloudEvent event, Class<T> type) {
        var data = event.getData();
        if (data == null) {
            throw new UnreadableRecordException("an event of type " + event.getType() + " without data");
        }
        try {
            return json.readValue(data.toBytes(), type);
        } catch (RuntimeException notReadable) {
            throw unreadable("data that is no " + type.getSimpleName(), notReadable);
        }
    }

    private static void requireTime(CloudEvent event) {
        var time = event.getTime();
        if (time != null) {
            var year = time.withOffsetSameInstant(ZoneOffset.UTC).getYear();
            if (year < 1 || year > MAX_YEAR) {
                throw new IllegalArgumentException("its time is not in the years 1 to " + MAX_YEAR);
            }
        }
    }

    private static UnreadableRecordException unreadable(String reason, RuntimeException cause) {
        return new UnreadableRecordException(reason + ": " + firstLine(cause), cause);
    }

    /** The first line of a parser's message; the others say where in the parser's source it was. */
    private static String firstLine(Throwable cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }
}
