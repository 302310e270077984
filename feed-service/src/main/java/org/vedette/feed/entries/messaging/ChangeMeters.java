package org.vedette.feed.entries.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.stereotype.Component;
import org.vedette.feed.entries.updates.ChangeLag;

/** Measures how far this instance is behind. */
@Component
class ChangeMeters {

    private static final Duration[] OBJECTIVES = {
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5)
    };

    private final ChangeLag lag;
    private final Clock clock;
    private final Timer visible;
    private final Timer published;

    ChangeMeters(ChangeLag lag, Clock clock, MeterRegistry meters) {
        this.lag = lag;
        this.clock = clock;
        this.visible = Timer.builder("vedette.feed.changes.visible")
                .description("From the publication of a change until this instance shows it")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
        this.published = Timer.builder("vedette.feed.publish.visible")
                .description("From an event of a post, such as its publication, until this instance shows it")
                .serviceLevelObjectives(OBJECTIVES)
                .register(meters);
        TimeGauge.builder(
                        "vedette.feed.changes.age",
                        lag,
                        TimeUnit.MILLISECONDS,
                        each -> each.age().toMillis())
                .description("Since this instance last knew that it shows everything")
                .register(meters);
    }

    void recordResponse(long outstanding) {
        lag.recordResponse(outstanding);
    }

    void recordApplied(List<ConsumerRecord<String, byte[]>> records, long outstanding) {
        var now = clock.instant();
        for (var record : records) {
            visible.record(Duration.between(publishedAt(record), now));
            FeedChangeMessages.eventTime(record).ifPresent(time -> published.record(Duration.between(time, now)));
        }
        lag.recordResponse(outstanding);
        lag.recordApplied(publishedAt(records.get(records.size() - 1)));
    }

    private static Instant publishedAt(ConsumerRecord<String, byte[]> record) {
        return Instant.ofEpochMilli(record.timestamp());
    }
}
