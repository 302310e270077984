package org.vedette.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vedette.testsupport.live.LiveListener;

/** A word that stands in a post with a label only, looked for in everything that the public gets. */
class RestrictedPostIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final List<String> LISTS = List.of(
            "/",
            "/series",
            "/tags",
            "/authors",
            "/archive",
            "/search?q=loader",
            "/feeds",
            "/feeds/rss.xml",
            "/feeds/atom.xml",
            "/feeds/feed.json",
            "/sitemap.xml",
            "/sitemap-pages.xml",
            "/sitemap-posts-1.xml",
            "/api/feed/posts?fields=title,html,text&limit=20",
            "/api/feed/series",
            "/api/feed/tags",
            "/api/feed/search?q=loader");

    private final RunningSuite suite = RunningSuite.get();
    private final Editor editor = suite.editor();
    private final String slug = "restricted-" + System.nanoTime();
    private final String marker = "nightjar" + System.nanoTime();

    @Test
    void onlyEditorsLearnOfAPostWithALabelUntilItIsLoweredAndAgainAfterItIsRaised() {
        var inbox = suite.subscribed("restricted@example.com");
        try (var replicas = suite.replicas();
                var listener = new LiveListener(suite.site(), null)) {
            await().atMost(TIMEOUT).until(() -> !listener.lines().isEmpty());

            var post = editor.publishes(labelled("RED"));
            thePublicLearnsNothing(replicas, listener, inbox);
            anEditorReadsIt(post);

            Editor.expect(200, editor.revise(post.id(), "*", labelled("GREEN").json()));
            thePublicLearnsNothing(replicas, listener, inbox);

            Editor.expect(
                    200,
                    editor.revise(
                            post.id(),
                            "*",
                            unlabelled().with("standfirst", marker + ".").json()));
            thePublicLearnsNothing(replicas, listener, inbox);

            Editor.expect(200, editor.revise(post.id(), "*", labelled("CLEAR").json()));
            thePublicReadsIt(post, replicas, listener, inbox);

            Editor.expect(200, editor.revise(post.id(), "*", labelled("AMBER").json()));
            await().atMost(TIMEOUT).until(() -> listener.hasReceived("PostWithdrawn", post.id()));
            thePageIsGoneAndNothingHasTheWord(replicas);

            suite.stopFeedService();
            suite.startFeedService();
            thePageIsGoneAndNothingHasTheWord(replicas);
            anEditorReadsIt(post);
        }
    }

    private Manuscript labelled(String label) {
        return unlabelled().with("tlp", label);
    }

    private Manuscript unlabelled() {
        return Manuscript.titled("The " + marker)
                .with("slug", slug)
                .with("standfirst", "About a " + marker + ".")
                .with("body", "A loader and a " + marker + ".")
                .with("tags", List.of(marker))
                .with("bylines", List.of(Map.of("name", marker, "affiliation", marker)));
    }

    /** What is published later has arrived everywhere, so that what is not there now will not come. */
    private void thePublicLearnsNothing(Replicas replicas, LiveListener listener, Inbox inbox) {
        var later = editor.publishes(Manuscript.titled("Published later " + System.nanoTime()));
        await().atMost(TIMEOUT).until(() -> inbox.about(later.title()).size() == 1);
        await().atMost(TIMEOUT).until(() -> listener.hasReceived("PostPublished", later.id()));
        everySiteLists(later.title(), replicas);

        nothingServedHasTheWord(replicas);
        assertThat(listener.lines()).noneMatch(line -> line.contains(marker) || line.contains(slug));
        assertThat(inbox.mails()).noneMatch(mail -> (mail.subject() + mail.text()).contains(marker));
    }

    private void thePublicReadsIt(Editor.Published post, Replicas replicas, LiveListener listener, Inbox inbox) {
        everySiteLists(marker, replicas);
        await().atMost(TIMEOUT).until(() -> listener.hasReceived("PostPublished", post.id()));
        await().atMost(TIMEOUT).until(() -> inbox.about(marker).size() == 1);
    }

    private void everySiteLists(String title, Replicas replicas) {
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(sites(replicas))
                        .allSatisfy(site ->
                                assertThat(site.apply("/feeds/rss.xml").body()).contains(title)));
    }

    private void thePageIsGoneAndNothingHasTheWord(Replicas replicas) {
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(sites(replicas))
                        .allSatisfy(site -> assertThat(List.of(
                                        page(site).statusCode(), site.apply("/").statusCode()))
                                .containsExactly(404, 200)));
        nothingServedHasTheWord(replicas);
    }

    private void nothingServedHasTheWord(Replicas replicas) {
        for (var site : sites(replicas)) {
            assertThat(Stream.of(
                                    "/posts/" + slug,
                                    "/tags/" + marker,
                                    "/authors/" + marker,
                                    "/tags/" + marker + "/atom.xml")
                            .map(site))
                    .extracting(HttpResponse::statusCode)
                    .containsOnly(404);
            assertThat(LISTS.stream().map(site))
                    .allSatisfy(answer -> assertThat(answer.body())
                            .as(answer.uri().toString())
                            .isNotEmpty()
                            .doesNotContain(marker, slug));
        }
    }

    private HttpResponse<String> page(Function<String, HttpResponse<String>> site) {
        return site.apply("/posts/" + slug);
    }

    private void anEditorReadsIt(Editor.Published post) {
        await().atMost(TIMEOUT).until(() -> editor.read(post.path()).statusCode() == 200);
        var read = editor.read(post.path());
        var asReader = suite.userWithoutEditorRole().read(post.path());

        assertThat(read.body()).contains(marker, "TLP:");
        assertThat(read.headers().allValues("Cache-Control")).containsExactly("private, no-store");
        assertThat(asReader.statusCode()).isEqualTo(404);
    }

    private List<Function<String, HttpResponse<String>>> sites(Replicas replicas) {
        return Stream.<Function<String, HttpResponse<String>>>concat(
                        Stream.of(suite.reader()::asksFor),
                        replicas.instances().stream().map(instance -> path -> replicas.asksInstance(instance, path)))
                .toList();
    }
}
