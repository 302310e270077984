package org.vedette.starter.kafka;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.RetryListener;
import org.springframework.kafka.support.serializer.DeserializationException;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.vedette.starter.failures.Failures;
import org.vedette.starter.failures.UnreadableRecordException;

/**
 * Makes the error handler of all Kafka listeners. A record becomes a dead letter only when the failure is provably its
 * own: it cannot be parsed, breaks the contract or is too large. After every other failure it is tried again, in its
 * order and for as long as it takes: an outage of a store or a broker, or a fault of ours, says nothing about the record.
 */
final class RecordErrorHandlers {

    private static final long FIRST_BACK_OFF_MILLIS = 200;
    private static final long LONGEST_BACK_OFF_MILLIS = 10_000;

    /** Which failures are retried: all but these. */
    private static final Map<Class<? extends Throwable>, Boolean> FAULTS_OF_THE_RECORD = Map.of(
            UnreadableRecordException.class, false,
            DeserializationException.class, false,
            RecordTooLargeException.class, false);

    private RecordErrorHandlers() {}

    /** @param deadLetters where unreadable records go */
    static DefaultErrorHandler create(ConsumerRecordRecoverer deadLetters, List<RetryListener> listeners) {
        var handler = new DefaultErrorHandler(deadLetters, untilItSucceeds());
        handler.setClassifications(FAULTS_OF_THE_RECORD, true);
        handler.setRetryListeners(listeners.toArray(RetryListener[]::new));
        // RetryTracker and DeadLetters log what happens to a record; the container would repeat it as an error.
        handler.setLogLevel(KafkaException.Level.DEBUG);
        // Another failure of the same record does not restart its back-off.
        handler.setResetStateOnExceptionChange(false);
        return handler;
    }

    static boolean isFaultOfTheRecord(Throwable failure) {
        return Failures.causes(failure)
                .anyMatch(cause -> FAULTS_OF_THE_RECORD.keySet().stream().anyMatch(type -> type.isInstance(cause)));
    }

    private static BackOff untilItSucceeds() {
        var backOff = new ExponentialBackOff(FIRST_BACK_OFF_MILLIS, 2);
        backOff.setMaxInterval(LONGEST_BACK_OFF_MILLIS);
        return backOff;
    }
}
