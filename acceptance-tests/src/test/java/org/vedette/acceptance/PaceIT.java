package org.vedette.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How long after its publication was answered a post is seen by a reader and taken by the mail server. */
@Tag("pace")
class PaceIT {

    private static final Logger log = LoggerFactory.getLogger(PaceIT.class);
    private static final int POSTS = 50;
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final RunningSuite suite = RunningSuite.get();

    @Test
    void nineteenOfTwentyPostsAreOnTheFrontPageAndInTheInboxWithinASecond() {
        var inbox = suite.subscribed("pace@example.com");
        var visible = new ArrayList<Duration>();
        var mailed = new ArrayList<Duration>();

        for (var i = 0; i < POSTS; i++) {
            var title = "Post number " + i + " against the clock";
            suite.editor().publishes(Manuscript.titled(title));
            var answered = System.nanoTime();
            visible.add(since(answered, () -> suite.reader().seesOnTheFrontPage(title)));
            mailed.add(since(answered, () -> !inbox.about(title).isEmpty()));
        }

        log.info("published → visible: {}", summary(visible));
        log.info("published → mailed: {}", summary(mailed));
        assertThat(List.of(percentile(visible, 95), percentile(mailed, 95)))
                .allSatisfy(p95 -> assertThat(p95).isLessThanOrEqualTo(LIMIT));
    }

    private static Duration since(long start, BooleanSupplier happened) {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .atMost(TIMEOUT)
                .until(happened::getAsBoolean);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static String summary(List<Duration> times) {
        return "median %d ms, p95 %d ms, max %d ms of %d"
                .formatted(
                        percentile(times, 50).toMillis(),
                        percentile(times, 95).toMillis(),
                        Collections.max(times).toMillis(),
                        times.size());
    }

    private static Duration percentile(List<Duration> times, int percent) {
        var sorted = times.stream().sorted().toList();
        return sorted.get((int) Math.ceil(percent / 100.0 * sorted.size()) - 1);
    }
}
