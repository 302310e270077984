package org.vedette.starter.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer.HeaderNames.HeadersToAdd;
import org.springframework.kafka.listener.ListenerExecutionFailedException;
import org.vedette.starter.MayBlock;
import org.vedette.starter.failures.Failures;
import org.vedette.starter.failures.UnreadableRecordException;

/**
 * Sends records to the {@link DeadLetterTopic} with the reason and the consumer group in the headers. One
 * that is too large to be sent again goes there without its value; its offset in the headers tells where to find it.
 */
final class DeadLetters implements ConsumerRecordRecoverer {

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
    private static final int ANY_PARTITION = -1;

    private final DeadLetterPublishingRecoverer publisher;
    private final MeterRegistry meters;

    DeadLetters(KafkaOperations<?, ?> kafka, MeterRegistry meters) {
        this.publisher = new Publisher(kafka);
        this.meters = meters;
    }

    @Override
    public void accept(ConsumerRecord<?, ?> record, Exception failure) {
        var reason = reason(failure);
        publisher.accept(record, reason);
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

    /** Waits for the broker to have the dead letter, and sends one that is too large once more, without its value. */
    @MayBlock("the consumer's own")
    private static final class Publisher extends DeadLetterPublishingRecoverer {

        Publisher(KafkaOperations<?, ?> kafka) {
            super(
                    kafka,
                    (record, failure) -> new TopicPartition(DeadLetterTopic.nameOf(record.topic()), ANY_PARTITION));
            excludeHeader(HeadersToAdd.EX_STACKTRACE);
        }

        @Override
        protected void publish(
                ProducerRecord<Object, Object> deadLetter,
                KafkaOperations<Object, Object> kafka,
                ConsumerRecord<?, ?> record) {
            try {
                var unused =
                        kafka.send(deadLetter).get(determineSendTimeout(kafka).toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException interrupt) {
                Thread.currentThread().interrupt();
                throw failed(deadLetter, interrupt);
            } catch (ExecutionException | TimeoutException | KafkaException failure) {
                if (deadLetter.value() == null
                        || Failures.find(failure, RecordTooLargeException.class).isEmpty()) {
                    throw failed(deadLetter, failure);
                }
                publish(withoutValue(deadLetter), kafka, record);
            }
        }

        private static ProducerRecord<Object, Object> withoutValue(ProducerRecord<Object, Object> deadLetter) {
            return new ProducerRecord<>(deadLetter.topic(), null, deadLetter.key(), null, deadLetter.headers());
        }

        private static KafkaException failed(ProducerRecord<?, ?> deadLetter, Exception cause) {
            return new KafkaException("the dead letter could not be sent to " + deadLetter.topic(), cause);
        }
    }
}
