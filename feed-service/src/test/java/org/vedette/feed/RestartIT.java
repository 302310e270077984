package org.vedette.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vedette.events.Byline;
import org.vedette.events.PostPublished;
import org.vedette.events.PublicPost;
import org.vedette.feed.entries.ChangeKind;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.entries.FeedChange;
import org.vedette.feed.entries.FeedChangePublisher;
import org.vedette.feed.projection.ProjectionVersions;
import org.vedette.feed.projection.VersionRegistry;
import org.vedette.testsupport.infrastructure.Infrastructure;
import tools.jackson.databind.json.JsonMapper;

/** What an instance knows when it starts. */
class RestartIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration SOON = Duration.ofSeconds(30);

    private final String database = Infrastructure.freshDatabase("restart");

    @Test
    void anInstanceStartsWithWhatWasPublishedBefore() {
        var post = aPost().build();
        try (var before = FeedInstance.start(database)) {
            publish(post);
            awaitPost(before, post);
        }

        try (var after = FeedInstance.start(database)) {
            awaitPost(after, post);
        }
    }

    @Test
    void withoutABrokerAnInstanceServesWhatTheStoreHas() {
        var post = aPost().build();
        try (var before = FeedInstance.start(database)) {
            publish(post);
            awaitPost(before, post);
        }

        try (var after = FeedInstance.start(database, "spring.kafka.bootstrap-servers=127.0.0.1:1")) {
            awaitPost(after, post);
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(after.manage("/health/readiness").statusCode())
                                    .isEqualTo(200));
        }
    }

    /** Such as a version before this one kept, that believed every event. */
    @Test
    void entriesThatCannotBeReadKeepNothingElseFromBeingServedAndARebuildGivesThemUp() {
        var nobody = JSON.readValue("{\"name\": null}", Byline.class);
        var broken = List.of(
                new Entry(aPost().by(nobody.name(), null).build(), null, Instant.EPOCH),
                new Entry(aPost().slug("k2 weird/slug").build(), null, Instant.EPOCH),
                new Entry(
                        aPost().publishedAt(Instant.parse("+12026-01-01T00:00:00Z"))
                                .build(),
                        null,
                        Instant.EPOCH));
        var later = aPost().title("A later one").build();
        try (var before = FeedInstance.start(database)) {
            saveAndPublish(broken, before);
            publish(later);
            awaitPost(before, later);
        }

        try (var after = FeedInstance.start(database)) {
            awaitPost(after, later);
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(after.manage("/health/readiness").statusCode())
                                    .isEqualTo(200));
            assertThat(JsonPath.<List<String>>read(
                            after.manage("/health").body(), "$.components.timeline.details.unreadable"))
                    .containsExactlyInAnyOrderElementsOf(
                            broken.stream().map(entry -> entry.id().toString()).toList());
            assertThat(after.manage("/prometheus").body())
                    .contains("vedette_feed_entries_unreadable{application=\"feed-service\"} 3.0");
            assertThat(after.get("/feeds/rss.xml").statusCode()).isEqualTo(200);
            assertThat(after.get("/search?q=later").body()).contains("/posts/" + later.slug());

            assertThat(after.rebuild("{}").statusCode()).isEqualTo(202);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(after.manage("/prometheus").body())
                            .contains("vedette_feed_entries_unreadable{application=\"feed-service\"} 0.0"));
            assertThat(JsonPath.<String>read(after.manage("/rebuild").body(), "$.last.outcome"))
                    .isEqualTo("SWITCHED");
            awaitPost(after, later);
        }
    }

    private static void saveAndPublish(List<Entry> entries, FeedInstance instance) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(instance.manage("/health/readiness").statusCode())
                                .isEqualTo(200));
        assertThat(instance.bean(ProjectionVersions.class)
                        .entries(VersionRegistry.FIRST_VERSION)
                        .save(entries)
                        .block())
                .hasSize(entries.size());
        var news = entries.stream()
                .map(entry -> new FeedChange(entry.id(), entry.revision(), ChangeKind.PUBLISHED))
                .toList();
        instance.bean(FeedChangePublisher.class).publish(news).block();
    }

    private static void publish(PublicPost post) {
        try (var topic = new PostTopic()) {
            topic.send(new PostPublished(post));
        }
    }

    private static void awaitPost(FeedInstance instance, PublicPost post) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(instance.get("/posts/" + post.slug()).statusCode())
                                .isEqualTo(200));
    }
}
