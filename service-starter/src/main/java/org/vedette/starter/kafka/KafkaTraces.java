package org.vedette.starter.kafka;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.vedette.starter.telemetry.TraceContext;

/** The trace context of a record: the header {@code traceparent}, as in HTTP. */
public final class KafkaTraces {

    private KafkaTraces() {}

    /** Null when the record has none. */
    public static @Nullable String traceparent(ConsumerRecord<?, ?> record) {
        return header(record, TraceContext.HEADER);
    }

    /** What a CloudEvent is about; null when the record is none. */
    static @Nullable String subject(ConsumerRecord<?, ?> record) {
        return header(record, "ce_subject");
    }

    private static @Nullable String header(ConsumerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** Sets the header of a record that is to be sent; null leaves it as it is. */
    public static void set(ProducerRecord<?, ?> record, @Nullable String traceparent) {
        if (traceparent != null) {
            record.headers().remove(TraceContext.HEADER);
            record.headers().add(TraceContext.HEADER, traceparent.getBytes(StandardCharsets.US_ASCII));
        }
    }
}
