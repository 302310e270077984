package org.vedette.starter.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/** A record of a topic of dead letters, with what its headers say about where it came from. */
record DeadLetter(ConsumerRecord<byte[], byte[]> record) {

    static final String SUFFIX = "-dlt";

    private static final String PREFIX = "kafka_dlt-";
    private static final int UNKNOWN = -1;

    String key() {
        return record.key() == null ? "none" : new String(record.key(), UTF_8);
    }

    String reason() {
        return text("exception-message")
                .orElse("no reason is given")
                .lines()
                .findFirst()
                .orElse("");
    }

    String group() {
        return text("original-consumer-group").orElse("unknown");
    }

    /** Position of the record before it became a dead letter; the offset is -1 where it is not known. */
    RecordPosition original() {
        var topic = text("original-topic")
                .orElse(record.topic().substring(0, record.topic().length() - SUFFIX.length()));
        var partition = header("original-partition")
                .map(value -> ByteBuffer.wrap(value).getInt())
                .orElse(record.partition());
        var offset = header("original-offset")
                .map(value -> ByteBuffer.wrap(value).getLong())
                .orElse((long) UNKNOWN);
        return new RecordPosition(new TopicPartition(topic, partition), offset);
    }

    /** The record as it was, for its own topic. */
    ProducerRecord<byte[], byte[]> replay() {
        var own = StreamSupport.stream(record.headers().spliterator(), false)
                .filter(header -> !header.key().startsWith(PREFIX))
                .toList();
        var at = original().partition();
        return new ProducerRecord<>(at.topic(), at.partition(), record.key(), record.value(), own);
    }

    String line() {
        return "%s %d:%d  %s  %s  %s  %s"
                .formatted(
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        Instant.ofEpochMilli(record.timestamp()),
                        key(),
                        group(),
                        reason());
    }

    /** Headers, and the value as text. */
    List<String> details() {
        var headers = StreamSupport.stream(record.headers().spliterator(), false)
                .filter(header -> !header.key().startsWith(PREFIX) && header.value() != null)
                .map(header -> header.key() + ": " + new String(header.value(), UTF_8));
        var value =
                record.value() == null ? "(too large to be kept: see the original)" : new String(record.value(), UTF_8);
        return Stream.of(Stream.of(line(), "original: " + original()), headers, Stream.of("", value))
                .flatMap(lines -> lines)
                .toList();
    }

    private Optional<String> text(String name) {
        return header(name).map(value -> new String(value, UTF_8));
    }

    private Optional<byte[]> header(String name) {
        return Optional.ofNullable(record.headers().lastHeader(PREFIX + name)).map(Header::value);
    }
}
