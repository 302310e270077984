package org.vedette.feed.entries.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vedette.feed.MockTopics;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.InMemoryEntries;
import org.vedette.feed.entries.UnreadableEntries;
import org.vedette.feed.entries.updates.ChangeLag;
import org.vedette.feed.entries.updates.TimelineSubscribers;
import org.vedette.feed.entries.updates.TimelineUpdater;
import org.vedette.feed.timeline.Timeline;
import org.vedette.starter.telemetry.Traces;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

class FeedChangeListenerTests {

    private final CurrentTimeline timeline = new CurrentTimeline();
    private final FeedChangeListener listener = new FeedChangeListener(
            new MockTopics(0),
            new FeedChangeMessages(JsonMapper.builder().build()),
            timeline,
            () -> Mono.fromRunnable(() -> timeline.load("entries", Timeline.EMPTY)),
            new TimelineUpdater(
                    new InMemoryEntries(), timeline, new TimelineSubscribers(List.of()), new UnreadableEntries()),
            new ChangeMeters(new ChangeLag(Clock.systemUTC()), Clock.systemUTC(), new SimpleMeterRegistry()),
            Traces.OFF);

    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aStopThatComesBeforeTheRunEndsTheRun() {
        listener.stop();

        listener.run();

        assertThat(timeline.isLoaded()).isTrue();
    }
}
