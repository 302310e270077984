package org.vedette.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.vedette.events.PostPublished;
import org.vedette.events.PublicPost;
import org.vedette.testsupport.infrastructure.Infrastructure;

/** What an instance knows when it starts. */
class RestartIT {

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
            assertThat(after.manage("/health/readiness").statusCode()).isEqualTo(200);
        }
    }

    private static void publish(PublicPost post) {
        try (var topic = new PostTopic()) {
            topic.say(new PostPublished(post));
        }
    }

    private static void awaitPost(FeedInstance instance, PublicPost post) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(instance.get("/posts/" + post.slug()).statusCode())
                                .isEqualTo(200));
    }
}
