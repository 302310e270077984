package org.vedette.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import com.google.errorprone.annotations.MustBeClosed;
import com.jayway.jsonpath.JsonPath;
import com.mongodb.reactivestreams.client.MongoClients;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vedette.events.PostPublished;
import org.vedette.events.PublicPost;
import org.vedette.testsupport.infrastructure.Infrastructure;
import reactor.core.publisher.Mono;

/** A store that lost what was projected, beside a topic and a consumer group that know it. */
class RecoveryIT {

    private static final Duration SOON = Duration.ofSeconds(90);

    private final String database = Infrastructure.freshDatabase("recovery");
    private final PostTopic topic = new PostTopic();

    @AfterEach
    void close() {
        topic.close();
    }

    @Test
    void aStoreThatCameBackEmptyIsRebuiltWithoutAnybodyAsking() {
        var posts = Stream.generate(() -> aPost().build()).limit(5).toList();
        try (var before = start()) {
            posts.forEach(post -> topic.send(new PostPublished(post)));
            awaitPosts(before, posts);
        }
        dropDatabase();

        try (var after = start()) {
            awaitPosts(after, posts);

            assertThat(JsonPath.<String>read(after.manage("/rebuild").body(), "$.serving"))
                    .isEqualTo("entries_1");
        }
    }

    @Test
    void aStoreThatIsEmptiedWhileTheServiceRunsIsRebuilt() {
        var posts = Stream.generate(() -> aPost().build()).limit(5).toList();
        try (var instance = start()) {
            posts.forEach(post -> topic.send(new PostPublished(post)));
            awaitPosts(instance, posts);

            dropDatabase();
            var later = aPost().build();
            topic.send(new PostPublished(later));

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(instance.manage("/rebuild").body())
                            .contains("\"serving\":\"entries_1\"", "SWITCHED"));
            awaitPosts(instance, posts);
            awaitPosts(instance, List.of(later));
        }
    }

    @MustBeClosed
    private FeedInstance start() {
        return FeedInstance.start(database, "vedette.feed.rebuild-when-behind=true");
    }

    private void dropDatabase() {
        try (var client = MongoClients.create(Infrastructure.mongodb())) {
            Mono.from(client.getDatabase(database).drop()).block(Duration.ofSeconds(10));
        }
    }

    /** Asks for pages that are not in memory, so that they come out of the store. */
    private static void awaitPosts(FeedInstance instance, List<PublicPost> posts) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(posts)
                        .allMatch(post -> instance.get("/posts/" + post.slug()).statusCode() == 200));
    }
}
