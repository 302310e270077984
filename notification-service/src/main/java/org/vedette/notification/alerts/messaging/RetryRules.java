package org.vedette.notification.alerts.messaging;

import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.springframework.stereotype.Component;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.vedette.notification.StoreOutages;

/**
 * How often a record is tried. While the store or the broker is away, or this process stops, without end, because giving
 * up would lose an alert; after any other failure a few times, because it would hold up its partition for ever.
 */
@Component
class RetryRules {

    private static final long FIRST_PAUSE_MS = 200;
    private static final long LONGEST_PAUSE_MS = 10_000;
    private static final int FEW = 5;

    private final StoreOutages store;

    RetryRules(StoreOutages store) {
        this.store = store;
    }

    BackOff pausesAfter(Throwable failure) {
        var pauses = new ExponentialBackOff(FIRST_PAUSE_MS, 2);
        pauses.setMaxInterval(LONGEST_PAUSE_MS);
        if (!passes(failure)) {
            pauses.setMaxAttempts(FEW);
        }
        return pauses;
    }

    private boolean passes(Throwable failure) {
        return store.explain(failure)
                || Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                        .anyMatch(cause -> isOfTheBroker(cause) || isTimeout(cause) || isOfTheEnd(cause));
    }

    private static boolean isOfTheBroker(Throwable cause) {
        return cause instanceof KafkaException
                && !(cause instanceof RecordTooLargeException)
                && !(cause instanceof SerializationException);
    }

    private static boolean isTimeout(Throwable cause) {
        return cause instanceof TimeoutException;
    }

    private static boolean isOfTheEnd(Throwable cause) {
        return cause instanceof InterruptedException
                || cause instanceof CancellationException
                || cause instanceof RejectedExecutionException;
    }
}
