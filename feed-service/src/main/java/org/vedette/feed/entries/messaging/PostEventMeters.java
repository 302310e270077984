package org.vedette.feed.entries.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** What became of post events, counted. */
@Component
class PostEventMeters {

    private final Counter projected;
    private final Counter repeated;
    private final Counter skipped;
    private final Counter deadLettered;

    PostEventMeters(MeterRegistry meters) {
        this.projected = counter("projected", "Events that changed an entry", meters);
        this.repeated = counter("repeated", "Events that brought nothing newer", meters);
        this.skipped = counter("skipped", "Events of a type this version does not know", meters);
        this.deadLettered =
                counter("dead.lettered", "Records that were set aside, because they could not be read", meters);
    }

    void projected(int kept, int of) {
        projected.increment(kept);
        repeated.increment(of - kept);
    }

    void skipped() {
        skipped.increment();
    }

    void deadLettered() {
        deadLettered.increment();
    }

    private static Counter counter(String what, String description, MeterRegistry meters) {
        return Counter.builder("vedette.feed.events." + what)
                .description(description)
                .register(meters);
    }
}
