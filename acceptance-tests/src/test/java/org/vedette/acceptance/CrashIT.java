package org.vedette.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vedette.embedded.FreePorts;

/** {@code kill -9} right after an answer: what was acknowledged is there after the restart. */
class CrashIT {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    /** So many that an import of them takes seconds; {@code vedette.test.crash-posts} says another number. */
    private static final int POSTS = Integer.getInteger("vedette.test.crash-posts", 400);

    private static final String POST = """
        ---
        title: Post number %d
        date: 2016-06-30
        author: Ada Example
        ---
        %s
        """;

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
            theLogTellsNoSecret(suite);
        }
    }

    /** No address, no token, no key, no body; but the ids by which an event is followed. */
    private static void theLogTellsNoSecret(StandaloneProcess suite) {
        assertThat(suite.secrets()).hasSizeGreaterThan(2);
        assertThat(suite.log())
                .contains("gateway", "post-service", "feed-service", "notification-service")
                .doesNotContain("reader@example.com", "Bearer ", "eyJ", "calls home", "hxxp")
                .doesNotContain(suite.secrets());
    }

    /** An export is made of one suite and brought to an empty one, which is killed in between. */
    @Test
    void anImportThatWasKilledGoesOnWithTheSameFile(@TempDir Path target) {
        byte[] export;
        Map<String, String> posts;
        try (var source = StandaloneProcess.launch(data, port, mailPort).awaitStart()) {
            var client = new ImportClient(source.site(), source.editor().token());
            var begun = client.imported(manyPosts());
            assertThat(begun.at("/created").asInt()).as(begun.toString()).isEqualTo(POSTS);
            export = client.exported();
            posts = postsOf(export);
        }

        try (var suite = StandaloneProcess.launch(target, port, mailPort).awaitStart()) {
            new Visitor(suite.site(), "reader@example.com").subscribes(new Inbox(suite.mails(), "reader@example.com"));
            var client = new ImportClient(suite.site(), suite.editor().token());
            var address = client.begins(export);
            await().atMost(TIMEOUT)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> client.report(address).at("/created").asInt() > POSTS / 10);
            suite.kill();
        }

        try (var suite = StandaloneProcess.launch(target, port, mailPort).awaitStart()) {
            var client = new ImportClient(suite.site(), suite.editor().token());
            var report = client.imported(export);

            assertThat(report.at("/failed").asInt()).as(report.toString()).isZero();
            assertThat(report.at("/skipped").asInt()).isPositive();
            assertThat(report.at("/created").asInt()).isPositive();
            assertThat(postsOf(client.exported())).isEqualTo(posts);
            var marker = suite.editor().publishes(Manuscript.titled("Published after the import"));
            var inbox = new Inbox(suite.mails(), "reader@example.com");
            await().atMost(TIMEOUT).until(() -> !inbox.about(marker.title()).isEmpty());
            assertThat(inbox.about("Post number")).isEmpty();
            await().atMost(TIMEOUT)
                    .until(() -> new Reader(suite.site())
                                    .opens("/posts/p" + (POSTS - 1))
                                    .statusCode()
                            == 200);
        }
    }

    private static byte[] manyPosts() {
        var zip = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(zip)) {
            for (var number = 0; number < POSTS; number++) {
                out.putNextEntry(new ZipEntry("p" + number + ".md"));
                out.write(POST.formatted(number, "It waits. ".repeat(200)).getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zip.toByteArray();
    }

    /** The revisions in an export by their names; a post that came back is quiet, as these were. */
    private static Map<String, String> postsOf(byte[] export) {
        var posts = new TreeMap<String, String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(export))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().startsWith("posts/")) {
                    posts.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(posts).hasSizeGreaterThanOrEqualTo(POSTS);
        return posts;
    }
}
