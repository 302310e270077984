package org.vedette.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Parts of the suite are stopped while an editor publishes; the post arrives when they are back. */
class FaultsIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final RunningSuite suite = RunningSuite.get();

    @Test
    void aPostPublishedWhileTheFeedServiceIsStoppedIsOnThePageWhenItIsBack() {
        Editor.Published post;
        suite.stopFeedService();
        try {
            post = suite.editor().publishes(Manuscript.titled("Published while the feed service was down"));
            assertThat(suite.reader().opens("/archive/1999").statusCode()).isEqualTo(503);
        } finally {
            suite.startFeedService();
        }

        await().atMost(TIMEOUT).until(() -> suite.reader().seesOnTheFrontPage(post.title()));
    }

    @Test
    void aPostPublishedWhileTheBrokerIsStoppedArrivesWhenItIsBack() {
        Editor.Published post;
        suite.stopBroker();
        try {
            post = suite.editor().publishes(Manuscript.titled("Published while the broker was down"));
        } finally {
            suite.startBroker();
        }

        await().atMost(TIMEOUT).until(() -> suite.reader().seesOnTheFrontPage(post.title()));
    }
}
