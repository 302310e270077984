package org.vedette.benchmarks.editing;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.vedette.benchmarks.blog.SyntheticBlog;
import org.vedette.benchmarks.suite.Latencies;
import org.vedette.benchmarks.suite.Settings;

/** Measures what editors wait for, and prints a row of a table for each. */
final class EditorRequests {

    private static final int CLIENTS = 8;
    private static final int PUBLICATIONS_A_SECOND = 20;
    private static final int REVISIONS = 200;
    private static final int SAMPLES = 400;
    private static final long SEED = 7;

    private final PostApi api;
    private final SyntheticBlog blog;
    private final AtomicInteger next = new AtomicInteger();

    private EditorRequests(PostApi api, int posts) {
        this.api = api;
        this.blog = new SyntheticBlog(SEED, posts, Duration.ofDays(3652));
    }

    /** Reads {@code site}, {@code token} (a file), {@code posts} (100,000) and {@code seconds} (10). */
    public static void main(String... arguments) throws Exception {
        var settings = Settings.of(arguments);
        var token = Files.readString(Path.of(settings.text("token"))).strip();
        var posts = settings.number("posts", 100_000);
        var requests = new EditorRequests(new PostApi(URI.create(settings.text("site")), token), posts);
        requests.measure(posts, Duration.ofSeconds(settings.number("seconds", 10)));
    }

    private void measure(int posts, Duration time) throws Exception {
        var warmUp = rate(time);
        System.out.printf(
                "| create and publish, %d clients | %.0f/s (%.0f/s at first) | |%n", CLIENTS, rate(time), warmUp);
        row("publication accepted, " + PUBLICATIONS_A_SECOND + " a second", publications(time));
        fill(posts);
        var saved = drafts(SAMPLES);
        row("save", each(SAMPLES, number -> api.save(saved.get(number), draft(number, "changed"))));
        for (var query : queries()) {
            row("list: " + query, each(SAMPLES / 4, number -> api.read("/api/posts?" + query)));
        }
        var revised = saved.get(0);
        for (var revision = 0; revision < REVISIONS; revision++) {
            api.save(revised, draft(0, "revision " + revision));
        }
        row(
                "history of " + REVISIONS + " revisions",
                each(SAMPLES / 10, number -> api.read("/api/posts/" + revised + "/revisions")));
    }

    private List<String> queries() {
        var words = blog.words();
        return List.of(
                "limit=20",
                "status=draft",
                "status=published&limit=100",
                "tag=" + blog.tags().get(3),
                "q=" + words.ranked(40),
                "q=" + words.ranked(400) + "+" + words.ranked(4_000),
                "status=draft&q=" + words.ranked(2_000));
    }

    /** Posts created and published a second by some clients at once. */
    private double rate(Duration time) throws Exception {
        var end = System.nanoTime() + time.toNanos();
        var published = new AtomicInteger();
        byClients(() -> {
            while (System.nanoTime() < end) {
                api.publish(api.create(nextDraft()));
                published.incrementAndGet();
            }
            return null;
        });
        return published.get() * 1e9 / time.toNanos();
    }

    /** How long publications take that begin at an even pace, whether or not those before have ended. */
    private Latencies publications(Duration time) throws Exception {
        var drafts = drafts((int) (PUBLICATIONS_A_SECOND * time.toSeconds()));
        Queue<Duration> durations = new ConcurrentLinkedQueue<>();
        var begun = new AtomicInteger();
        var start = System.nanoTime();
        byClients(() -> {
            for (var number = begun.getAndIncrement(); number < drafts.size(); number = begun.getAndIncrement()) {
                var turn = start + number * 1_000_000_000L / PUBLICATIONS_A_SECOND;
                while (System.nanoTime() < turn) {
                    LockSupport.parkNanos(turn - System.nanoTime());
                }
                api.publish(drafts.get(number));
                durations.add(Duration.ofNanos(System.nanoTime() - turn));
            }
            return null;
        });
        return Latencies.of(durations);
    }

    private void fill(int posts) throws Exception {
        var start = System.nanoTime();
        var before = next.get();
        byClients(() -> {
            while (next.get() < posts) {
                var unused = api.create(nextDraft());
            }
            return null;
        });
        System.out.printf(
                "| create, %d clients, up to %d posts | %.0f/s | |%n",
                CLIENTS, next.get(), (next.get() - before) * 1e9 / (System.nanoTime() - start));
    }

    private List<String> drafts(int number) throws IOException, InterruptedException {
        var ids = new ArrayList<String>();
        for (var draft = 0; draft < number; draft++) {
            ids.add(api.create(nextDraft()));
        }
        return ids;
    }

    private interface Step {

        void run(int number) throws IOException, InterruptedException;
    }

    /** How long a step takes, one after another. */
    private static Latencies each(int times, Step step) throws IOException, InterruptedException {
        var durations = new ArrayList<Duration>();
        for (var number = 0; number < times; number++) {
            var start = System.nanoTime();
            step.run(number);
            durations.add(Duration.ofNanos(System.nanoTime() - start));
        }
        return Latencies.of(durations);
    }

    private static void byClients(Callable<@Nullable Void> client) throws Exception {
        var threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            for (var result : threads.invokeAll(Collections.nCopies(CLIENTS, client))) {
                result.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void row(String name, Latencies latencies) {
        System.out.printf("| %s | %.1f ms | %.1f ms |%n", name, latencies.median(), latencies.percentile(95));
    }

    private Map<String, Object> nextDraft() {
        return draft(next.getAndIncrement(), "First version.");
    }

    private Map<String, Object> draft(int number, String standfirst) {
        var post = blog.post(number % blog.size());
        return Map.of(
                "title", post.title(),
                "standfirst", standfirst,
                "body", post.text(),
                "tags", post.tags(),
                "bylines", List.of(Map.of("name", post.bylines().get(0).name())));
    }
}
