package org.vedette.starter.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.ListenerExecutionFailedException;
import org.vedette.starter.failures.ProcessingStoppedException;
import org.vedette.starter.failures.UnreadableRecordException;

@ExtendWith(OutputCaptureExtension.class)
class RetryTrackerTests {

    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");

    private final RetryTracker tracker = new RetryTracker(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void aRecordThatFailsIsNamedWithItsReason() {
        tracker.failedDelivery(record(7), new IllegalStateException("outer", new RuntimeException("disk full")), 1);

        assertThat(tracker.retries()).containsOnlyKeys("posts-2");
        assertThat(tracker.retries().values()).singleElement().satisfies(retry -> {
            assertThat(retry.offset()).isEqualTo(7);
            assertThat(retry.reason()).contains("disk full");
        });
    }

    @Test
    void aRecordThatBecomesADeadLetterIsNoRetry() {
        tracker.failedDelivery(record(7), new RuntimeException(new UnreadableRecordException("not JSON")), 1);

        assertThat(tracker.retries()).isEmpty();
    }

    @Test
    void aRecordOfABatchThatBecomesADeadLetterIsNoRetry() {
        var unreadable = new BatchListenerFailedException("it", new UnreadableRecordException("not JSON"), record(7));

        tracker.failedDelivery(batch(), unreadable, 1);

        assertThat(tracker.retries()).isEmpty();
    }

    @Test
    void onlyTheRecordOfABatchThatFailedIsARetry() {
        var failure = new BatchListenerFailedException("it", new IllegalStateException("disk full"), record(8));

        tracker.failedDelivery(batch(), failure, 1);

        assertThat(tracker.retries()).containsOnlyKeys("posts-2");
        assertThat(tracker.retries().values())
                .extracting(RetryTracker.Retry::offset)
                .containsExactly(8L);
    }

    @Test
    void aRecordThatPrecedesTheFailedOneOfItsBatchHasSucceeded() {
        tracker.failedDelivery(record(7), new IllegalStateException("disk full"), 1);
        var unreadable = new BatchListenerFailedException("it", new UnreadableRecordException("not JSON"), record(8));

        tracker.failedDelivery(batch(), unreadable, 1);

        assertThat(tracker.retries()).isEmpty();
    }

    @Test
    void aRecordThatFollowsTheFailedOneOfItsBatchIsStillARetry() {
        tracker.failedDelivery(record(8), new IllegalStateException("disk full"), 1);
        var unreadable = new BatchListenerFailedException("it", new UnreadableRecordException("not JSON"), record(7));

        tracker.failedDelivery(batch(), unreadable, 1);

        assertThat(tracker.retries()).containsOnlyKeys("posts-2");
    }

    @Test
    void aBatchThatFailsWithoutNamingARecordIsARetryInEachOfItsPartitions() {
        tracker.failedDelivery(batch(), new IllegalStateException("disk full"), 1);

        assertThat(tracker.retries()).containsOnlyKeys("posts-1", "posts-2");
    }

    @Test
    void aRecordThatIsLeftToAnotherProcessAtTheStopIsOneLineAndNoRetry(CapturedOutput output) {
        var stop = new ProcessingStoppedException("the rest of the mailing is to be sent");

        tracker.failedDelivery(record(7), new ListenerExecutionFailedException("failed", stop), 1);

        assertThat(tracker.retries()).isEmpty();
        assertThat(output)
                .contains("Record posts-2@7 is left to another process: the rest of the mailing is to be sent")
                .doesNotContain("WARN", "\tat ");
    }

    @Test
    void aRecordWhoseDeadLetterCannotBeSentIsARetry() {
        tracker.recoveryFailed(
                record(7), new UnreadableRecordException("not JSON"), new IllegalStateException("no broker"));

        assertThat(tracker.retries()).containsOnlyKeys("posts-2");
    }

    @Test
    void itIsForgottenWhenItSucceeds() {
        tracker.failedDelivery(record(7), new RuntimeException("once"), 1);

        tracker.succeeded(record(7));

        assertThat(tracker.retries()).isEmpty();
        assertThat(tracker.longestWait()).isEqualTo(Duration.ZERO);
    }

    @Test
    void theTimeOfTheFirstFailureIsKept() {
        var clock = new TickingClock();
        var ticking = new RetryTracker(clock);
        ticking.failedDelivery(record(7), new RuntimeException("first"), 1);

        clock.advance(Duration.ofMinutes(3));
        ticking.failedDelivery(record(7), new RuntimeException("again"), 2);

        assertThat(ticking.longestWait()).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void whatAnotherInstanceGoesOnWithIsForgotten() {
        tracker.failedDelivery(record(7), new RuntimeException("once"), 1);

        tracker.onPartitionsRevokedAfterCommit(consumer(), List.of(new TopicPartition("posts", 2)));

        assertThat(tracker.retries()).isEmpty();
    }

    private static ConsumerRecord<String, String> record(long offset) {
        return new ConsumerRecord<>("posts", 2, offset, "key", "value");
    }

    /** Offset 3 of partition 1, and 7 and 8 of partition 2. */
    private static ConsumerRecords<?, ?> batch() {
        return new ConsumerRecords<>(
                Map.of(
                        new TopicPartition("posts", 1),
                        List.of(new ConsumerRecord<Object, Object>("posts", 1, 3, "key", "value")),
                        new TopicPartition("posts", 2),
                        List.of(
                                new ConsumerRecord<Object, Object>("posts", 2, 7, "key", "value"),
                                new ConsumerRecord<Object, Object>("posts", 2, 8, "key", "value"))),
                Map.of());
    }

    private static Consumer<?, ?> consumer() {
        return mock(Consumer.class);
    }

    private static final class TickingClock extends Clock {

        private Instant now = NOW;

        void advance(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
