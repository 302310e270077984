package org.vedette.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vedette.standalone.settings.Ports;

/** {@code kill -9} right after an answer: what was acknowledged is there after the restart. */
class CrashIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final int port = Ports.free();
    private final int mailPort = Ports.free();

    @TempDir
    private Path data;

    @Test
    void aPublicationThatWasAnsweredReachesPageAndInboxOnceThoughTheSuiteWasKilled() {
        Editor.Published post;
        try (var suite = StandaloneProcess.launch(data, port, mailPort).awaitSite()) {
            new Visitor(suite.site(), "reader@example.com").subscribes(new Inbox(suite.mails(), "reader@example.com"));
            post = suite.editor().publishes(Manuscript.titled("Published a moment before the crash"));
            suite.kill();
        }

        try (var suite = StandaloneProcess.launch(data, port, mailPort).awaitSite()) {
            var inbox = new Inbox(suite.mails(), "reader@example.com");
            await().atMost(PATIENCE)
                    .until(() -> new Reader(suite.site()).opens(post.path()).statusCode() == 200);
            await().atMost(PATIENCE).until(() -> !inbox.about(post.title()).isEmpty());
            var marker = suite.editor().publishes(Manuscript.titled("Published after the crash"));
            await().atMost(PATIENCE).until(() -> !inbox.about(marker.title()).isEmpty());

            assertThat(inbox.about(post.title()))
                    .extracting(Inbox.Mail::messageId)
                    .hasSize(1);
        }
    }

    @Test
    void aDraftThatWasAnsweredIsThereThoughTheSuiteWasKilled() {
        List<String> ids;
        try (var suite = StandaloneProcess.launch(data, port, mailPort).awaitSite()) {
            ids = List.of("one", "two", "three").stream()
                    .map(title -> Editor.expect(
                            201, suite.editor().draft(Manuscript.titled(title).json())))
                    .map(answer -> answer.headers().firstValue("Location").orElseThrow())
                    .toList();
            suite.kill();
        }

        try (var suite = StandaloneProcess.launch(data, port, mailPort).awaitSite()) {
            assertThat(ids)
                    .allSatisfy(id -> assertThat(suite.editor()
                                    .read(URI.create(id).getPath())
                                    .statusCode())
                            .isEqualTo(200));
        }
    }
}
