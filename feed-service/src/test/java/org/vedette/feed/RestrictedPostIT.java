package org.vedette.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import com.google.errorprone.annotations.MustBeClosed;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vedette.events.PostPublished;
import org.vedette.events.PostRevised;
import org.vedette.testsupport.events.PublicPosts;
import org.vedette.testsupport.identity.TestTokenIssuer;
import org.vedette.testsupport.infrastructure.Infrastructure;
import org.vedette.testsupport.infrastructure.WithInfrastructure;

/** A post whose label is raised, on two instances, through a rebuild and a restart. */
@WithInfrastructure
class RestrictedPostIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final TestTokenIssuer TOKENS = new TestTokenIssuer();

    private final String database = Infrastructure.freshDatabase("restricted");
    private final UUID id = UUID.randomUUID();
    private final String marker = "marker" + id.toString().replace("-", "");
    private final List<String> addresses = List.of(
            "/",
            "/posts/" + marker,
            "/tags/" + marker,
            "/tags/" + marker + "/rss.xml",
            "/authors/" + marker,
            "/series/" + marker,
            "/series",
            "/tags",
            "/authors",
            "/archive",
            "/search?q=loader",
            "/feeds/rss.xml",
            "/feeds/atom.xml",
            "/feeds/feed.json",
            "/sitemap-pages.xml",
            "/sitemap-posts-1.xml",
            "/api/feed/posts?fields=title,html,text&limit=20",
            "/api/feed/posts/" + id,
            "/api/feed/series",
            "/api/feed/tags",
            "/api/feed/search?q=loader");

    @Test
    void itStaysHiddenOnEveryInstanceThroughRebuildAndRestartAndAnEditorReadsIt() {
        try (var one = start();
                var other = start();
                var topic = new PostTopic()) {
            topic.send(new PostPublished(post().build()));
            awaitStatus(200, one, other);

            topic.send(new PostRevised(post().revision(2).marked("AMBER").build(), null));
            awaitStatus(404, one, other);
            assertHidden(one, other);

            assertThat(one.rebuild("{\"evenIfPostsAreMissing\": true}").statusCode())
                    .isEqualTo(202);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(List.of(one, other))
                            .allMatch(instance ->
                                    instance.manage("/rebuild").body().contains("\"serving\":\"entries_1\"")));
            assertHidden(one, other);
        }
        try (var restarted = start()) {
            awaitStatus(404, restarted);

            assertHidden(restarted);
            var read = restarted.get("/posts/" + marker, "Authorization", "Bearer " + TOKENS.tokenWithRoles("editor"));
            assertThat(read.body()).contains(marker, "TLP:AMBER");
            assertThat(read.headers().allValues("Cache-Control")).containsExactly("private, no-store");
            assertThat(restarted
                            .get("/posts/" + marker, "Authorization", "Bearer " + TOKENS.tokenWithRoles("reader"))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(restarted
                            .get("/posts/" + marker, "Authorization", "Bearer " + TOKENS.forgedToken())
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @MustBeClosed
    private FeedInstance start() {
        return FeedInstance.start(database, "VEDETTE_JWKS=" + TOKENS.jwks());
    }

    private PublicPosts post() {
        return aPost().id(id)
                .slug(marker)
                .title(marker)
                .text("A loader, " + marker)
                .html("<p>A loader, " + marker + "</p>")
                .tagged(marker)
                .by(marker, null)
                .inSeries(marker, marker);
    }

    private void awaitStatus(int status, FeedInstance... instances) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(instances)
                        .allMatch(instance -> instance.get("/posts/" + marker).statusCode() == status));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(instances)
                        .allMatch(
                                instance -> instance.manage("/health/readiness").statusCode() == 200));
    }

    private void assertHidden(FeedInstance... instances) {
        assertThat(Arrays.stream(instances)
                        .flatMap(instance -> addresses.stream().map(instance::get)))
                .allSatisfy(answer -> assertThat(
                                answer.body().replace(answer.uri().getPath(), "the path asked for"))
                        .as(answer.uri().getPath())
                        .doesNotContain(marker)
                        .satisfies(body -> assertThat(answer.statusCode()).isIn(200, 404)));
    }
}
