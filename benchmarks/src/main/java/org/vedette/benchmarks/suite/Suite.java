package org.vedette.benchmarks.suite;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.vedette.benchmarks.blog.SyntheticBlog;
import org.vedette.events.PostPublished;
import org.vedette.events.PostRevised;

/** One instance of the feed service that was filled with a blog, and the ways to change it. */
public final class Suite implements AutoCloseable {

    private static final Duration PAGE_TIMEOUT = Duration.ofMinutes(5);

    private final SyntheticBlog blog;
    private final Site site;
    private final ServerProcess server;
    private final PostsTopic topic;
    private final AtomicLong revision = new AtomicLong(Instant.now().getEpochSecond());

    private Suite(SyntheticBlog blog, Site site, ServerProcess server, PostsTopic topic) {
        this.blog = blog;
        this.site = site;
        this.server = server;
        this.topic = topic;
    }

    /** Reads {@code site}, {@code pid}, {@code kafka} and what {@link #blog} reads. */
    public static Suite of(Settings settings) throws ExecutionException, InterruptedException {
        return new Suite(
                blog(settings),
                new Site(URI.create(settings.text("site"))),
                new ServerProcess(settings.number("pid")),
                PostsTopic.open(settings.text("kafka")));
    }

    /** Reads {@code seed}, {@code size} and {@code days}, which is ten years unless it is said. */
    public static SyntheticBlog blog(Settings settings) {
        return new SyntheticBlog(
                settings.number("seed", 1), settings.number("size"), Duration.ofDays(settings.number("days", 3_652)));
    }

    public SyntheticBlog blog() {
        return blog;
    }

    public Site site() {
        return site;
    }

    public ServerProcess server() {
        return server;
    }

    /** Says a post for the first time. */
    public void publish(int number) {
        topic.send(new PostPublished(blog.post(number)), blog.metadata(number).publishedAt());
    }

    /** What {@link #publish} was given is on the topic. */
    public void flush() {
        topic.flush();
    }

    /**
     * Revises the newest post and waits until the instance shows it: whatever it had kept of any page is no longer
     * good.
     */
    public void invalidatePages() throws IOException, InterruptedException {
        var newest = blog.metadata(blog.size() - 1);
        var address = "/posts/" + newest.slug();
        var unused = site.get(address);
        var next = revision.incrementAndGet();
        var title = newest.title() + " " + next;
        topic.send(new PostRevised(blog.post(newest, next, title, SyntheticBlog.WORDS), null), Instant.now());
        topic.flush();
        site.await(address, title, PAGE_TIMEOUT);
    }

    @Override
    public void close() {
        topic.close();
    }
}
