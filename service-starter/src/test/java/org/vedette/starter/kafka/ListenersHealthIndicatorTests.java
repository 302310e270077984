package org.vedette.starter.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.kafka.event.ConsumerStoppedEvent;
import org.springframework.kafka.event.ConsumerStoppedEvent.Reason;
import org.springframework.kafka.listener.MessageListenerContainer;

class ListenersHealthIndicatorTests {

    private static final Status DEGRADED = new Status("DEGRADED");

    private final RetryTracker tracker =
            new RetryTracker(Clock.fixed(Instant.parse("2026-11-29T10:00:00Z"), ZoneOffset.UTC));
    private final ListenerSupervisor supervisor = new ListenerSupervisor();
    private final RetrySuccessInterceptor successes = new RetrySuccessInterceptor(tracker);
    private final ListenersHealthIndicator indicator = new ListenersHealthIndicator(tracker, supervisor);

    @Test
    void listenersThatRetryNothingAreUp() {
        assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);
        assertThat(indicator.health().getDetails()).isEmpty();
    }

    @Test
    void aRecordThatIsRetriedIsNamedWithTheReason() {
        tracker.failedDelivery(record(7), new IllegalStateException("disk full"), 1);

        assertThat(indicator.health().getStatus()).isEqualTo(DEGRADED);
        assertThat(indicator.health().getDetails())
                .containsExactly(Map.entry(
                        "posts-2@7", "retried since 2026-11-29T10:00:00Z: java.lang.IllegalStateException: disk full"));
    }

    @Test
    void aRecordThatSucceededIsNamedNoMore() {
        tracker.failedDelivery(record(7), new IllegalStateException("disk full"), 1);

        successes.success(record(7), consumer());

        assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void aBatchThatSucceededIsNamedNoMore() {
        tracker.failedDelivery(record(7), new IllegalStateException("disk full"), 1);
        var batch = new ConsumerRecords<>(Map.of(new TopicPartition("posts", 2), List.of(record(7))), Map.of());

        successes.success(batch, consumer());

        assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void theInterceptorLeavesRecordsAsTheyAre() {
        var record = record(7);
        var batch = new ConsumerRecords<>(Map.of(new TopicPartition("posts", 2), List.of(record)), Map.of());

        assertThat(successes.intercept(record, consumer())).isSameAs(record);
        assertThat(successes.intercept(batch, consumer())).isSameAs(batch);
    }

    @Test
    void aListenerWithoutItsConsumerIsDownWhateverElseIsRetried() {
        var container = mock(MessageListenerContainer.class);
        when(container.getListenerId()).thenReturn("post-events");
        supervisor.onApplicationEvent(new ConsumerStoppedEvent(this, container, Reason.ERROR));
        tracker.failedDelivery(record(7), new IllegalStateException("disk full"), 1);

        assertThat(indicator.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(indicator.health().getDetails().get("ended")).hasToString("[post-events]");
    }

    private static ConsumerRecord<Object, Object> record(long offset) {
        return new ConsumerRecord<>("posts", 2, offset, "key", "value");
    }

    @SuppressWarnings("unchecked")
    private static Consumer<Object, Object> consumer() {
        return mock(Consumer.class);
    }
}
