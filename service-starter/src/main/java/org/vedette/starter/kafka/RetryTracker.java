package org.vedette.starter.kafka;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.RetryListener;
import org.vedette.starter.failures.Failures;
import org.vedette.starter.failures.Outages;
import org.vedette.starter.failures.ProcessingStoppedException;

/**
 * Tracks which partitions wait because a record is being retried, since when and why. Health and a metric show it, because
 * a record may be retried for as long as an outage lasts.
 */
final class RetryTracker implements RetryListener, ConsumerAwareRebalanceListener {

    private static final Logger log = LoggerFactory.getLogger(RetryTracker.class);
    private static final Duration LOG_INTERVAL = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<TopicPartition, Retry> retries = new ConcurrentHashMap<>();

    /**
     * A record that is being retried.
     *
     * @param offset its offset in the partition
     * @param since when it failed first
     * @param logged when that was last logged
     * @param reason the innermost cause of its newest failure
     */
    record Retry(long offset, Instant since, Instant logged, String reason) {}

    RetryTracker(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void failedDelivery(ConsumerRecord<?, ?> record, @Nullable Exception failure, int attempt) {
        // A record that becomes a dead letter is not retried.
        if (failure == null || !(isStop(record, failure) || RecordErrorHandlers.isFaultOfTheRecord(failure))) {
            retry(record, failure);
        }
    }

    /** Whether the listener returned early because the process stops; then there is nothing to wait for here. */
    private static boolean isStop(ConsumerRecord<?, ?> record, Exception failure) {
        var stop = Failures.find(failure, ProcessingStoppedException.class);
        stop.ifPresent(reason -> log.info(
                "Record {}-{}@{} is left to another process: {}",
                record.topic(),
                record.partition(),
                record.offset(),
                reason.getMessage()));
        return stop.isPresent();
    }

    @Override
    public void recoveryFailed(ConsumerRecord<?, ?> record, @Nullable Exception original, Exception failure) {
        retry(record, failure);
    }

    @Override
    public void failedDelivery(ConsumerRecords<?, ?> records, Exception failure, int attempt) {
        var failed =
                Failures.find(failure, BatchListenerFailedException.class).map(BatchListenerFailedException::getRecord);
        if (failed.isPresent()) {
            succeededBefore(failed.get(), records);
            failedDelivery(failed.get(), failure, attempt);
        } else {
            records.partitions()
                    .forEach(partition ->
                            failedDelivery(records.records(partition).get(0), failure, attempt));
        }
    }

    @Override
    public void recovered(ConsumerRecord<?, ?> record, @Nullable Exception failure) {
        retries.remove(partition(record));
    }

    void succeeded(ConsumerRecord<?, ?> record) {
        if (!retries.isEmpty()) {
            release(partition(record));
        }
    }

    void succeeded(ConsumerRecords<?, ?> records) {
        if (!retries.isEmpty()) {
            records.partitions().forEach(this::release);
        }
    }

    /** Spring Kafka reports no success of the records that precede the failed one in its batch. */
    private void succeededBefore(ConsumerRecord<?, ?> failed, ConsumerRecords<?, ?> batch) {
        for (var record : batch) {
            if (record.offset() == failed.offset() && partition(record).equals(partition(failed))) {
                return;
            }
            var retry = retries.get(partition(record));
            if (retry != null && retry.offset() == record.offset()) {
                release(partition(record));
            }
        }
    }

    /** Another instance goes on with these partitions. */
    @Override
    public void onPartitionsRevokedAfterCommit(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        partitions.forEach(retries::remove);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        partitions.forEach(retries::remove);
    }

    /** The records that are being retried, by partition. */
    Map<String, Retry> retries() {
        var named = new TreeMap<String, Retry>();
        retries.forEach((partition, retry) -> named.put(partition.toString(), retry));
        return named;
    }

    /** How long the longest of them has waited; zero when none does. */
    Duration longestWait() {
        return retries.values().stream()
                .map(Retry::since)
                .min(Comparator.naturalOrder())
                .map(since -> Duration.between(since, clock.instant()))
                .orElse(Duration.ZERO);
    }

    private void retry(ConsumerRecord<?, ?> record, @Nullable Exception failure) {
        var partition = partition(record);
        retries.compute(partition, (same, before) -> next(before, partition, record.offset(), failure));
    }

    private static TopicPartition partition(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    private void release(TopicPartition partition) {
        var retried = retries.remove(partition);
        if (retried != null) {
            log.info("Record {}@{} succeeded after retries; its partition goes on", partition, retried.offset());
        }
    }

    private static void logFirst(TopicPartition partition, long offset, @Nullable Exception failure) {
        if (failure != null && Outages.isOutage(failure)) {
            log.warn(
                    "Record {}@{} failed and is retried until it succeeds: {}",
                    partition,
                    offset,
                    Outages.describe(failure));
        } else {
            log.warn("Record {}@{} failed and is retried until it succeeds", partition, offset, failure);
        }
    }

    private Retry next(@Nullable Retry before, TopicPartition partition, long offset, @Nullable Exception failure) {
        var now = clock.instant();
        var reason = failure == null ? "unknown" : Failures.root(failure).toString();
        if (before == null || before.offset() != offset) {
            logFirst(partition, offset, failure);
            return new Retry(offset, now, now, reason);
        }
        if (before.logged().plus(LOG_INTERVAL).isAfter(now)) {
            log.debug("Record {}@{} failed again and is retried", partition, offset, failure);
            return new Retry(offset, before.since(), before.logged(), reason);
        }
        var seconds = Duration.between(before.since(), now).toSeconds();
        log.warn(
                "Record {}@{} has failed for {} s and is retried until it succeeds: {}",
                partition,
                offset,
                seconds,
                reason);
        return new Retry(offset, before.since(), now, reason);
    }
}
