package org.vedette.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vedette.embedded.FreePorts;

/** {@code kill -9} right after an answer: what was acknowledged is there after the restart. */
class CrashIT {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final int port = FreePorts.any();
    private final int mailPort = FreePorts.any();

    @TempDir
    private Path data;

    @Test
    void whatWasAnsweredOutlivesAKillAndTheAlertComesOnce() {
        Editor.Published post;
        String draft;
        try (var suite = StandaloneProcess.launch(data, port, mailPort).awaitStart()) {
            new Visitor(suite.site(), "reader@example.com").subscribes(new Inbox(suite.mails(), "reader@example.com"));
            draft = suite.editor().drafts(Manuscript.titled("Drafted a moment before the crash"));
            post = suite.editor().publishes(Manuscript.titled("Published a moment before the crash"));
            suite.kill();
        }

        try (var suite = StandaloneProcess.launch(data, port, mailPort).awaitStart()) {
            await().atMost(TIMEOUT)
                    .until(() -> suite.editor().read("/api/posts/" + draft).statusCode() == 200);
            var inbox = new Inbox(suite.mails(), "reader@example.com");
            await().atMost(TIMEOUT)
                    .until(() -> new Reader(suite.site()).opens(post.path()).statusCode() == 200);
            await().atMost(TIMEOUT).until(() -> !inbox.about(post.title()).isEmpty());
            var marker = suite.editor().publishes(Manuscript.titled("Published after the crash"));
            await().atMost(TIMEOUT).until(() -> !inbox.about(marker.title()).isEmpty());

            assertThat(inbox.about(post.title()))
                    .extracting(Inbox.Mail::messageId)
                    .hasSize(1);
        }
    }
}
