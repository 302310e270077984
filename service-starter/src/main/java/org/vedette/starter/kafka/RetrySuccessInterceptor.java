package org.vedette.starter.kafka;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.springframework.kafka.listener.BatchInterceptor;
import org.springframework.kafka.listener.RecordInterceptor;
import org.vedette.starter.logging.LogContext;

/**
 * Reports successes to the {@link RetryTracker}, because Spring Kafka reports none to its retry listeners, and names the record in each
 * line that is logged while it is handled.
 */
final class RetrySuccessInterceptor implements RecordInterceptor<Object, Object>, BatchInterceptor<Object, Object> {

    private final RetryTracker tracker;

    RetrySuccessInterceptor(RetryTracker tracker) {
        this.tracker = tracker;
    }

    @Override
    public ConsumerRecord<Object, Object> intercept(
            ConsumerRecord<Object, Object> record, Consumer<Object, Object> consumer) {
        LogContext.ofEvent(KafkaTraces.subject(record), KafkaTraces.traceparent(record))
                .apply();
        return record;
    }

    @Override
    public void afterRecord(ConsumerRecord<Object, Object> record, Consumer<Object, Object> consumer) {
        LogContext.clear();
    }

    @Override
    public ConsumerRecords<Object, Object> intercept(
            ConsumerRecords<Object, Object> records, Consumer<Object, Object> consumer) {
        return records;
    }

    @Override
    public void success(ConsumerRecord<Object, Object> record, Consumer<Object, Object> consumer) {
        tracker.succeeded(record);
    }

    @Override
    public void success(ConsumerRecords<Object, Object> records, Consumer<Object, Object> consumer) {
        tracker.succeeded(records);
    }

    /** Both interfaces have a default of this. */
    @Override
    public void setupThreadState(Consumer<?, ?> consumer) {}

    @Override
    public void clearThreadState(Consumer<?, ?> consumer) {}
}
