package org.vedette.feed.entries.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.vedette.feed.entries.FeedChange;
import org.vedette.feed.entries.updates.EventOrigins.Origin;
import org.vedette.starter.kafka.KafkaTraces;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** Changes as records: key the post's id, value the change as JSON. */
@Component
class FeedChangeMessages {

    private static final Logger log = LoggerFactory.getLogger(FeedChangeMessages.class);

    private static final String EVENT_TIME = "event-time";

    private final JsonMapper json;

    FeedChangeMessages(JsonMapper json) {
        this.json = json.rebuild()
                .enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
                .build();
    }

    /**
     * The record of a change.
     *
     * @param origin when the event happened that it comes from, and its trace; null when it comes from none
     */
    ProducerRecord<String, byte[]> write(FeedChange change, @Nullable Origin origin) {
        var record = new ProducerRecord<>(
                KafkaConfiguration.CHANGES, change.postId().toString(), json.writeValueAsBytes(change));
        if (origin != null) {
            KafkaTraces.set(record, origin.traceparent());
            record.headers().add(EVENT_TIME, origin.time().toString().getBytes(StandardCharsets.US_ASCII));
        }
        return record;
    }

    /** When the event happened from which a change comes; empty when that is not known. */
    static Optional<Instant> eventTime(ConsumerRecord<String, byte[]> change) {
        var header = change.headers().lastHeader(EVENT_TIME);
        try {
            return header == null
                    ? Optional.empty()
                    : Optional.of(Instant.parse(new String(header.value(), StandardCharsets.US_ASCII)));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    /** The changes by their offsets, without records that name no post. */
    SortedMap<Long, FeedChange> read(Iterable<ConsumerRecord<String, byte[]>> records) {
        var changes = new TreeMap<Long, FeedChange>();
        for (var record : records) {
            var change = read(record);
            if (change != null) {
                changes.put(record.offset(), change);
            }
        }
        return changes;
    }

    /** The key is enough to read the entry again; a newer version of this service may have written the rest. */
    private @Nullable FeedChange read(ConsumerRecord<String, byte[]> record) {
        var change = parse(record.value());
        if (change != null && change.postId() != null) {
            return change;
        }
        var id = parseId(record.key());
        if (id == null) {
            log.warn("Skipped change {}@{}, which names no post", record.topic(), record.offset());
            return null;
        }
        log.warn("Only the key can be read of change {}@{} of post {}", record.topic(), record.offset(), id);
        return new FeedChange(id, 0, null);
    }

    private @Nullable FeedChange parse(byte @Nullable [] value) {
        try {
            return value == null ? null : json.readValue(value, FeedChange.class);
        } catch (JacksonException unreadable) {
            return null;
        }
    }

    private static @Nullable UUID parseId(@Nullable String key) {
        try {
            return key == null ? null : UUID.fromString(key);
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }
}
