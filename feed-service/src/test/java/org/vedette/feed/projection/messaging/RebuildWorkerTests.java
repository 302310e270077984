package org.vedette.feed.projection.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vedette.feed.MockTopics;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.projection.InMemoryProjectionVersions;
import org.vedette.feed.projection.Rebuild.MissingPosts;
import org.vedette.feed.projection.RebuildReport;
import org.vedette.feed.projection.RebuildService;
import tools.jackson.databind.json.JsonMapper;

class RebuildWorkerTests {

    private static final long NEVER_REACHED = 1;

    private final InMemoryProjectionVersions versions = new InMemoryProjectionVersions();
    private final RebuildWorker worker = new RebuildWorker(
            new RebuildService(versions, new CurrentTimeline(), Clock.systemUTC(), "here", Duration.ofMinutes(10)),
            new MockTopics(NEVER_REACHED),
            new PostEventReader(JsonMapper.builder().build()),
            Clock.systemUTC());

    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aStopThatComesBeforeTheRunEndsTheRebuildAsFailed() throws Exception {
        worker.startNow(MissingPosts.REFUSE);
        worker.stop();

        worker.runNext();

        var registry = versions.registry().blockOptional().orElseThrow();
        assertThat(registry.rebuild()).isNull();
        assertThat(registry.lastReport())
                .isNotNull()
                .extracting(RebuildReport::outcome)
                .isEqualTo(RebuildReport.Outcome.FAILED);
    }
}
