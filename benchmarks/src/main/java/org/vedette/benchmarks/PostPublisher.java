package org.vedette.benchmarks;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.vedette.benchmarks.blog.PostMetadata;
import org.vedette.benchmarks.blog.SyntheticBlog;
import org.vedette.benchmarks.suite.ConsumerProgress;
import org.vedette.benchmarks.suite.PostsTopic;
import org.vedette.benchmarks.suite.Settings;
import org.vedette.benchmarks.suite.Site;
import org.vedette.benchmarks.suite.Suite;
import org.vedette.events.PostPublished;
import org.vedette.events.PostRevised;

/** Publishes the posts of a made-up blog, or revises them. */
final class PostPublisher {

    private static final Duration PAGE_TIMEOUT = Duration.ofMinutes(5);

    private final SyntheticBlog blog;
    private final Settings settings;
    private final PostsTopic topic;
    private final PostMetadata last;

    private PostPublisher(Settings settings, PostsTopic topic) {
        this.blog = Suite.blog(settings);
        this.settings = settings;
        this.topic = topic;
        this.last = blog.metadata(settings.number("to", blog.size()) - 1);
    }

    /**
     * Reads {@code kafka}, what {@link Suite#blog} reads, {@code from} (the first number, 0), {@code to} (the one after
     * the last, the size), {@code rate} (a second; 0 for as fast as it goes), {@code revision} (1), {@code until} (the
     * last revision, the same) and {@code words} (900). With {@code site}, it ends when that instance shows everything.
     * Prints the slug of the last post.
     */
    public static void main(String... arguments) throws Exception {
        var settings = Settings.of(arguments);
        try (var topic = PostsTopic.open(settings.text("kafka"))) {
            var publisher = new PostPublisher(settings, topic);
            var first = settings.number("revision", 1);
            for (int revision = first; revision <= settings.number("until", first); revision++) {
                publisher.send(revision);
            }
            publisher.end(settings.number("until", first));
        }
    }

    private void send(int revision) {
        var from = settings.number("from", 0);
        var rate = settings.number("rate", 0);
        var start = System.nanoTime();
        for (int number = from; number < last.number(); number++) {
            send(blog.metadata(number), revision);
            awaitTurn(start, number - from, rate);
        }
    }

    /** The last post only when the instance is done with all others, so that who sees it sees all. */
    private void end(int revision) throws Exception {
        topic.flush();
        boolean watched = settings.values().containsKey("site");
        if (watched) {
            awaitDone();
        }
        send(last, revision);
        topic.flush();
        if (watched) {
            new Site(URI.create(settings.text("site")))
                    .await("/posts/" + last.slug(), title(last, revision), PAGE_TIMEOUT);
        }
        System.out.println(last.slug());
    }

    private void send(PostMetadata metadata, long revision) {
        var post =
                blog.post(metadata, revision, title(metadata, revision), settings.number("words", SyntheticBlog.WORDS));
        var event = revision > 1 ? new PostRevised(post, null) : new PostPublished(post);
        topic.send(event, revision > 1 ? Instant.now() : metadata.publishedAt());
    }

    private static String title(PostMetadata metadata, long revision) {
        return revision > 1 ? metadata.title() + ", revision " + revision : metadata.title();
    }

    private void awaitDone() throws Exception {
        try (var progress = new ConsumerProgress(settings.text("kafka"))) {
            var unused = progress.await(progress.endOffset());
        }
    }

    private static void awaitTurn(long start, int sent, int rate) {
        if (rate > 0) {
            LockSupport.parkNanos(start + (sent + 1) * 1_000_000_000L / rate - System.nanoTime());
        }
    }
}
