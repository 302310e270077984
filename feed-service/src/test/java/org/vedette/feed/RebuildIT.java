package org.vedette.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vedette.events.PostPublished;
import org.vedette.events.PostRevised;
import org.vedette.events.PostWithdrawn;
import org.vedette.events.PublicPost;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.projection.ProjectionVersions;
import org.vedette.feed.projection.RebuildService;
import org.vedette.feed.projection.VersionRegistry;
import org.vedette.testsupport.infrastructure.Infrastructure;

/** A rebuild as operators start and watch it. */
class RebuildIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String NO_MATTER_WHAT = "{\"evenIfPostsAreMissing\": true}";

    private final String database = Infrastructure.freshDatabase("rebuild");
    private final PostTopic topic = new PostTopic();

    @AfterEach
    void close() {
        topic.close();
    }

    @Test
    void aReadModelThatIsLostComesBackFromTheTopic() {
        List<PublicPost> posts;
        try (var before = FeedInstance.start(database)) {
            posts = publishAndAwait(20, before);
        }
        var revised = posts.get(0);
        topic.send(new PostRevised(
                aPost().id(revised.id())
                        .slug(revised.slug())
                        .revision(2)
                        .title("Revised")
                        .build(),
                null));
        var withdrawn = posts.get(1);
        topic.send(new PostWithdrawn(
                withdrawn.id(), 2, withdrawn.slug(), List.of(), "It was wrong.", Instant.EPOCH, null));
        topic.sendUnreadable(UUID.randomUUID());
        try (var instance = FeedInstance.start(Infrastructure.freshDatabase("lost"))) {
            rebuild(instance, "{}");

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(posts.subList(2, 20))
                            .allMatch(post ->
                                    instance.get("/posts/" + post.slug()).statusCode() == 200));
            assertThat(instance.get("/posts/" + revised.slug()).body()).contains("Revised");
            assertThat(instance.get("/posts/" + withdrawn.slug()).statusCode()).isEqualTo(410);
            assertThat(last(instance, "unreadable").longValue()).isPositive();
        }
    }

    @Test
    void aSecondRebuildIsRefusedWhileOneRuns() {
        try (var instance = FeedInstance.start(database)) {
            var claim = instance.bean(RebuildService.class).begin().block();

            var answer = instance.rebuild("{}");

            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(claim).isNotNull();
            assertThat(JsonPath.<String>read(answer.body(), "$.running.edition"))
                    .isEqualTo(claim.version());
        }
    }

    @Test
    void aRebuildWhoseInstanceDiedIsTidiedUpAndTheNextBeginsAfresh() {
        try (var instance = FeedInstance.start(database)) {
            publishAndAwait(5, instance);
            var leftover = dieDuringARebuild(instance.bean(ProjectionVersions.class));

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(versionsOf(instance)).doesNotContain(leftover));
            assertThat(JsonPath.<String>read(instance.manage("/rebuild").body(), "$.last.outcome"))
                    .isEqualTo("FAILED");
            rebuild(instance, "{}");

            assertThat(JsonPath.<String>read(instance.manage("/rebuild").body(), "$.serving"))
                    .isEqualTo("entries_2");
        }
    }

    @Test
    void postsThatTheTopicLacksStayUnlessTheyAreGivenUp() {
        var lost = new Entry(aPost().build(), null, Instant.EPOCH);
        try (var before = FeedInstance.start(database)) {
            var kept = before.bean(ProjectionVersions.class)
                    .entries(VersionRegistry.FIRST_VERSION)
                    .save(lost)
                    .block();
            assertThat(kept).isTrue();
        }
        try (var instance = FeedInstance.start(database)) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(status(instance, lost)).isEqualTo(200));

            rebuild(instance, "{}");
            assertThat(last(instance, "missing")).isEqualTo(1);
            assertThat(JsonPath.<String>read(instance.manage("/rebuild").body(), "$.last.outcome"))
                    .isEqualTo("REFUSED");
            assertThat(status(instance, lost)).isEqualTo(200);

            rebuild(instance, NO_MATTER_WHAT);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(status(instance, lost)).isEqualTo(404));
        }
    }

    @Test
    void aRebuildWaitsForAnUnavailableStore() throws IOException {
        try (var store = new StallingStore(Infrastructure.mongodb());
                var instance = FeedInstance.start(database, "spring.mongodb.uri=" + store.connectionString())) {
            var posts = publishAndAwait(300, instance);
            assertThat(instance.rebuild("{}").statusCode()).isEqualTo(202);

            store.stall();
            await().during(Duration.ofSeconds(8)).atMost(SOON).until(() -> true);
            store.goOn();

            awaitTheEnd(instance);
            assertThat(JsonPath.<String>read(instance.manage("/rebuild").body(), "$.last.outcome"))
                    .isEqualTo("SWITCHED");
            assertThat(posts)
                    .allMatch(post -> instance.get("/posts/" + post.slug()).statusCode() == 200);
        }
    }

    @Test
    void anInstanceThatIsToldRebuildsAtItsStart() {
        try (var instance = FeedInstance.start(database, "VEDETTE_FEED_REBUILD=true")) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(JsonPath.<String>read(
                                    instance.manage("/rebuild").body(), "$.serving"))
                            .isEqualTo("entries_1"));
        }
    }

    /** A claim that ended a while ago, and a half-filled version. */
    private static String dieDuringARebuild(ProjectionVersions versions) {
        var then = Clock.fixed(Instant.now().minusSeconds(300), ZoneOffset.UTC);
        var died = new RebuildService(versions, new CurrentTimeline(), then, "dead", Duration.ofMinutes(10));
        var claim = died.begin().blockOptional().orElseThrow();
        var half = List.of(new Entry(aPost().build(), null, Instant.EPOCH));
        assertThat(died.save(claim, half).block()).isEqualTo(1);
        return claim.version();
    }

    private static List<String> versionsOf(FeedInstance instance) {
        return instance.bean(ProjectionVersions.class)
                .stored()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private static int status(FeedInstance instance, Entry entry) {
        return instance.get("/posts/" + entry.slug()).statusCode();
    }

    private static Number last(FeedInstance instance, String count) {
        var path = count.equals("unreadable") ? "$.last.progress.unreadable" : "$.last." + count;
        return JsonPath.read(instance.manage("/rebuild").body(), path);
    }

    private static void rebuild(FeedInstance instance, String how) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(instance.manage("/health/readiness").statusCode())
                                .isEqualTo(200));
        assertThat(instance.rebuild(how).statusCode()).isEqualTo(202);
        awaitTheEnd(instance);
    }

    private static void awaitTheEnd(FeedInstance instance) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(instance.manage("/rebuild").body())
                        .contains("\"last\":{")
                        .doesNotContain("\"running\":{"));
    }

    private List<PublicPost> publish(int count) {
        var posts = Stream.generate(() -> aPost().build()).limit(count).toList();
        posts.forEach(post -> topic.send(new PostPublished(post)));
        return posts;
    }

    @CanIgnoreReturnValue
    private List<PublicPost> publishAndAwait(int count, FeedInstance instance) {
        var posts = publish(count);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(posts)
                        .allMatch(post -> instance.get("/posts/" + post.slug()).statusCode() == 200));
        return posts;
    }
}
