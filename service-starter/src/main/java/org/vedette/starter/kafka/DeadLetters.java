package org.vedette.starter.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer.HeaderNames.HeadersToAdd;
import org.springframework.kafka.listener.ListenerExecutionFailedException;
import org.vedette.starter.failures.Failures;
import org.vedette.starter.failures.UnreadableRecordException;

/**
 * Sends records to the dead-letter topic, {@code <topic>-dlt}, with the reason and the consumer group in the headers. One
 * that is too large to be sent again goes there without its value; its offset in the headers tells where to find it.
 */
final class DeadLetters implements ConsumerRecordRecoverer {

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
    private static final String SUFFIX = "-dlt";
    private static final int ANY_PARTITION = -1;

    private final DeadLetterPublishingRecoverer whole;
    private final DeadLetterPublishingRecoverer withoutValue;
    private final MeterRegistry meters;

    DeadLetters(KafkaOperations<?, ?> kafka, MeterRegistry meters) {
        this.whole = configured(new DeadLetterPublishingRecoverer(kafka, (record, failure) -> topicFor(record)));
        this.withoutValue = configured(new WithoutValue(kafka));
        this.meters = meters;
    }

    @Override
    public void accept(ConsumerRecord<?, ?> record, Exception failure) {
        var reason = reason(failure);
        try {
            whole.accept(record, reason);
        } catch (RuntimeException refused) {
            if (Failures.find(refused, RecordTooLargeException.class).isEmpty()) {
                throw refused;
            }
            withoutValue.accept(record, reason);
        }
        meters.counter("vedette.kafka.dead.letters", "topic", record.topic()).increment();
        log.warn(
                "Dead-lettered record {}-{}@{} with key {}: {}",
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                reason.getMessage());
    }

    /** An exception that says nothing but the reason, where those of the container say only that a listener failed. */
    private static ListenerExecutionFailedException reason(Exception failure) {
        var cause = Failures.causes(failure)
                .filter(each -> !(each instanceof KafkaException))
                .findFirst()
                .orElse(failure);
        return new ListenerExecutionFailedException(describe(cause), group(failure), null);
    }

    private static String describe(Throwable cause) {
        var message = cause.getMessage();
        return cause instanceof UnreadableRecordException && message != null ? message : cause.toString();
    }

    private static @Nullable String group(Exception failure) {
        return failure instanceof ListenerExecutionFailedException of ? of.getGroupId() : null;
    }

    private static TopicPartition topicFor(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic() + SUFFIX, ANY_PARTITION);
    }

    private static DeadLetterPublishingRecoverer configured(DeadLetterPublishingRecoverer recoverer) {
        recoverer.excludeHeader(HeadersToAdd.EX_STACKTRACE);
        // The record counts as handled only when the broker has its dead letter.
        recoverer.setFailIfSendResultIsError(true);
        return recoverer;
    }

    private static final class WithoutValue extends DeadLetterPublishingRecoverer {

        WithoutValue(KafkaOperations<?, ?> kafka) {
            super(kafka, (record, failure) -> topicFor(record));
        }

        @Override
        protected ProducerRecord<Object, Object> createProducerRecord(
                ConsumerRecord<?, ?> record,
                TopicPartition partition,
                Headers headers,
                byte @Nullable [] key,
                byte @Nullable [] value) {
            return new ProducerRecord<>(partition.topic(), null, key == null ? record.key() : key, null, headers);
        }
    }
}
