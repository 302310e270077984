package org.vedette.feed.projection.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.RetryListener;
import org.springframework.stereotype.Component;
import org.vedette.events.Topics;

/** Counts what became of post events. */
@Component
class PostEventMeters implements RetryListener {

    private final Counter projected;
    private final Counter repeated;
    private final Counter skipped;
    private final Counter deadLettered;

    PostEventMeters(MeterRegistry meters) {
        this.projected = counter("projected", "Events that changed an entry", meters);
        this.repeated = counter("repeated", "Events that brought nothing newer", meters);
        this.skipped = counter("skipped", "Events of a type this version does not know", meters);
        this.deadLettered = counter("dead.lettered", "Records that were dead-lettered as unreadable", meters);
    }

    void projected(int changed, int events) {
        projected.increment(changed);
        repeated.increment(events - changed);
    }

    void skipped() {
        skipped.increment();
    }

    @Override
    public void failedDelivery(ConsumerRecord<?, ?> record, @Nullable Exception failure, int attempt) {
        // Retries show in the health and metrics of the listeners.
    }

    @Override
    public void recovered(ConsumerRecord<?, ?> record, @Nullable Exception failure) {
        if (record.topic().equals(Topics.POSTS)) {
            deadLettered.increment();
        }
    }

    private static Counter counter(String what, String description, MeterRegistry meters) {
        return Counter.builder("vedette.feed.events." + what)
                .description(description)
                .register(meters);
    }
}
