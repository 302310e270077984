package org.vedette.feed.entries.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.vedette.feed.entries.updates.Announcement;
import org.vedette.feed.entries.updates.BrokerContact;

/** How far this instance is behind, for those who watch it. */
@Component
class ChangeMeters {

    private final BrokerContact contact;
    private final Clock clock;
    private final Timer visible;

    ChangeMeters(BrokerContact contact, Clock clock, MeterRegistry meters) {
        this.contact = contact;
        this.clock = clock;
        this.visible = Timer.builder("vedette.feed.changes.visible")
                .description("From the announcement of a change until this instance shows it")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
        TimeGauge.builder(
                        "vedette.feed.changes.age",
                        contact,
                        TimeUnit.MILLISECONDS,
                        age -> age.age().toMillis())
                .description("Since this instance last knew that it shows everything")
                .register(meters);
    }

    void heard(long outstanding) {
        contact.heard(outstanding);
    }

    void tookOver(List<Announcement> heard, long outstanding) {
        var now = clock.instant();
        heard.forEach(each -> visible.record(Duration.between(each.at(), now)));
        contact.heard(outstanding);
        contact.tookOver(heard.get(heard.size() - 1).at());
    }
}
