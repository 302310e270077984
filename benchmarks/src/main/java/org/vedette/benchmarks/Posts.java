package org.vedette.benchmarks;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.vedette.benchmarks.blog.Outline;
import org.vedette.benchmarks.blog.SyntheticBlog;
import org.vedette.benchmarks.suite.Consumption;
import org.vedette.benchmarks.suite.PostsTopic;
import org.vedette.benchmarks.suite.Settings;
import org.vedette.benchmarks.suite.Site;
import org.vedette.benchmarks.suite.Suite;
import org.vedette.events.PostEvent;
import org.vedette.events.PostPublished;
import org.vedette.events.PostRevised;

/** Publishes the posts of a made-up blog, or revises them. */
final class Posts {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final SyntheticBlog blog;
    private final Settings settings;
    private final PostsTopic topic;
    private final Outline last;

    private Posts(Settings settings, PostsTopic topic) {
        this.blog = Suite.blog(settings);
        this.settings = settings;
        this.topic = topic;
        this.last = blog.outline(settings.number("to", blog.size()) - 1);
    }

    /**
     * Reads {@code kafka}, what {@link Suite#blog} reads, {@code from} (the first number, 0), {@code to} (the one after
     * the last, the size), {@code rate} (a second; 0 for as fast as it goes), {@code revision} (1), {@code until} (the
     * last revision, the same) and {@code words} (900). With {@code site}, it ends when that instance shows everything.
     * Says the slug of the last post.
     */
    public static void main(String... arguments) throws Exception {
        Settings settings = Settings.of(arguments);
        try (PostsTopic topic = PostsTopic.open(settings.text("kafka"))) {
            Posts posts = new Posts(settings, topic);
            int first = settings.number("revision", 1);
            for (int revision = first; revision <= settings.number("until", first); revision++) {
                posts.say(revision);
            }
            posts.end(settings.number("until", first));
        }
    }

    private void say(int revision) {
        int from = settings.number("from", 0);
        int rate = settings.number("rate", 0);
        long start = System.nanoTime();
        for (int number = from; number < last.number(); number++) {
            say(blog.outline(number), revision);
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
        say(last, revision);
        topic.flush();
        if (watched) {
            new Site(URI.create(settings.text("site"))).await("/posts/" + last.slug(), title(last, revision), PATIENCE);
        }
        System.out.println(last.slug());
    }

    private void say(Outline outline, long revision) {
        var post =
                blog.post(outline, revision, title(outline, revision), settings.number("words", SyntheticBlog.WORDS));
        PostEvent event = revision > 1 ? new PostRevised(post, null) : new PostPublished(post);
        topic.say(event, revision > 1 ? Instant.now() : outline.publishedAt());
    }

    private static String title(Outline outline, long revision) {
        return revision > 1 ? outline.title() + ", revision " + revision : outline.title();
    }

    private void awaitDone() throws Exception {
        try (Consumption consumption = new Consumption(settings.text("kafka"))) {
            var unused = consumption.await(consumption.said());
        }
    }

    private static void awaitTurn(long start, int said, int rate) {
        if (rate > 0) {
            LockSupport.parkNanos(start + (said + 1) * 1_000_000_000L / rate - System.nanoTime());
        }
    }
}
