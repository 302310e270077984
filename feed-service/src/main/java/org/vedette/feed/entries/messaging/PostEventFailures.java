package org.vedette.feed.entries.messaging;

import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer.HeaderNames.HeadersToAdd;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;
import org.vedette.events.Topics;
import org.vedette.feed.entries.EntriesUnavailableException;

/**
 * What happens to a record that fails: one that is no event is dead-lettered at once, any other after three more tries.
 * While the store or the broker is away nothing is given up; the partition waits.
 */
@Configuration(proxyBeanMethods = false)
class PostEventFailures {

    private static final Logger log = LoggerFactory.getLogger(PostEventFailures.class);
    private static final BackOff THREE_MORE_TRIES = new FixedBackOff(200, 3);

    @Bean
    DefaultErrorHandler postEventErrorHandler(KafkaOperations<?, ?> kafka, PostEventMeters meters) {
        var deadLetters = deadLetters(kafka);
        ConsumerRecordRecoverer setAside = (message, failure) -> {
            setAside(message, failure, deadLetters);
            meters.deadLettered();
        };
        var handler = new DefaultErrorHandler(setAside, THREE_MORE_TRIES);
        handler.addNotRetryableExceptions(UnreadableEvent.class);
        handler.setBackOffFunction((message, failure) -> isPassing(failure) ? untilItIsBack() : THREE_MORE_TRIES);
        return handler;
    }

    private static void setAside(ConsumerRecord<?, ?> message, Exception failure, ConsumerRecordRecoverer deadLetters) {
        var reason = DeadLetterReason.of(failure);
        deadLetters.accept(message, reason);
        log.warn(
                "Set aside offset {} of partition {} of {}: {}",
                message.offset(),
                message.partition(),
                message.topic(),
                reason.getMessage());
    }

    private static DeadLetterPublishingRecoverer deadLetters(KafkaOperations<?, ?> kafka) {
        var recoverer = new DeadLetterPublishingRecoverer(
                kafka,
                (message, failure) ->
                        new TopicPartition(message.topic() + Topics.DEAD_LETTER_SUFFIX, message.partition()));
        recoverer.excludeHeader(HeadersToAdd.EX_STACKTRACE);
        return recoverer;
    }

    /** Whether it is the store or the broker that failed, or their slowness, and not the record. */
    static boolean isPassing(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof EntriesUnavailableException
                    || cause instanceof AnnouncementFailed
                    || cause instanceof TimeoutException) {
                return true;
            }
        }
        return false;
    }

    private static BackOff untilItIsBack() {
        var backOff = new ExponentialBackOff(200, 2);
        backOff.setMaxInterval(5_000);
        return backOff;
    }
}
