package org.vedette.benchmarks.mail;

import java.time.Duration;
import java.time.Instant;
import org.vedette.benchmarks.blog.SyntheticBlog;
import org.vedette.benchmarks.suite.PostsTopic;
import org.vedette.benchmarks.suite.Settings;
import org.vedette.events.PostPublished;

/** Publishes a post, about which subscribers get an alert if the service takes it for news. */
final class AlertPublisher {

    private static final Duration DAY = Duration.ofDays(1);

    private AlertPublisher() {}

    /** Reads {@code kafka} and {@code number}, of the post; prints the id of the post. */
    public static void main(String... arguments) throws Exception {
        var settings = Settings.of(arguments);
        var number = settings.number("number", 0);
        var post = new SyntheticBlog(number + 1, number + 1, DAY).post(number);
        try (var topic = PostsTopic.open(settings.text("kafka"))) {
            topic.send(new PostPublished(post), Instant.now());
            topic.flush();
        }
        System.out.println(post.id());
    }
}
