package org.vedette.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What readers get from the cache of the gateway, while the feed service works and while it does not. */
class EdgeCacheIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Duration BACK = Duration.ofSeconds(5);

    private final RunningSuite suite = RunningSuite.get();
    private final Reader reader = suite.reader();

    @Test
    void whileTheFeedServiceIsDownNoReaderOfAKnownPageSeesAnErrorAndItIsSeenToBeBack() throws Exception {
        var post = suite.editor().publishes(Manuscript.titled("Read while nobody is there"));
        await().atMost(TIMEOUT).until(() -> isHit(reader.browses(post.path())));
        var reading = new AtomicBoolean(true);
        var thread = Executors.newSingleThreadExecutor();
        try {
            var answers = thread.submit(() -> {
                var seen = new ArrayList<HttpResponse<String>>();
                while (reading.get()) {
                    seen.add(reader.browses(post.path()));
                }
                return seen;
            });

            suite.stopFeedService();
            try {
                await().atMost(TIMEOUT).until(() -> isStale(reader.browses(post.path())));
            } finally {
                suite.startFeedService();
            }

            await().atMost(BACK).until(() -> !isStale(reader.browses(post.path())));
            reading.set(false);
            assertThat(answers.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS))
                    .isNotEmpty()
                    .allSatisfy(answer -> {
                        assertThat(answer.statusCode()).isEqualTo(200);
                        assertThat(answer.body()).contains("Read while nobody is there");
                    })
                    .anyMatch(EdgeCacheIT::isStale);
        } finally {
            reading.set(false);
            thread.shutdownNow();
        }
    }

    @Test
    void aPostWhoseLabelIsRaisedIsHiddenFromReadersWhoDoNotReloadWithinTwoSeconds() {
        var manuscript = Manuscript.titled("Raised under the eyes of readers");
        var post = suite.editor().publishes(manuscript);
        await().atMost(TIMEOUT).until(() -> isHit(reader.browses(post.path())));

        Editor.expect(
                200,
                suite.editor()
                        .revise(
                                post.id(),
                                post.etag(),
                                manuscript.with("tlp", "RED").json()));

        await().atMost(Duration.ofSeconds(4))
                .until(() -> reader.browses(post.path()).statusCode() == 404);
        assertThat(reader.browses(post.path()).statusCode()).isEqualTo(404);
    }

    private static boolean isHit(HttpResponse<String> answer) {
        return answer.headers().firstValue("Cache-Status").orElse("").startsWith("vedette; hit; ttl=");
    }

    private static boolean isStale(HttpResponse<String> answer) {
        return answer.headers().firstValue("Cache-Status").orElse("").contains("stale-if-error");
    }
}
