package org.vedette.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two instances of the feed service behind a gateway, while editors publish and readers read. */
class ReplicasIT {

    private static final Logger log = LoggerFactory.getLogger(ReplicasIT.class);
    private static final int POSTS = 60;
    private static final int READERS = 16;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final RunningSuite suite = RunningSuite.get();

    @Test
    void noPostVanishesNobodyIsRefusedAndBothInstancesSayTheSameInTheEnd() throws Exception {
        try (var replicas = suite.replicas()) {
            awaitFrontPages(replicas);
            var running = new AtomicBoolean(true);
            var readers = Stream.generate(() -> new ConsistencyReader(replicas.sources(), running))
                    .limit(READERS)
                    .toList();

            var published = new ArrayList<String>();
            var reads = whileReading(readers, running, () -> publish(published));

            log.info("{} readers read {} times while {} posts were published", READERS, reads, POSTS);
            assertThat(readers.stream().map(ConsistencyReader::violations).flatMap(Queue::stream))
                    .isEmpty();
            await().atMost(TIMEOUT)
                    .untilAsserted(() -> assertThat(addresses(published))
                            .allSatisfy(
                                    path -> assertThat(tag(replicas, 0, path)).isEqualTo(tag(replicas, 1, path))));
        }
    }

    private Void publish(List<String> published) {
        for (var n = 0; n < POSTS; n++) {
            published.add(suite.editor()
                    .publishes(Manuscript.titled("Seen by all readers, number " + n)
                            .with("tags", List.of("replicas")))
                    .path());
        }
        return null;
    }

    private static long whileReading(List<ConsistencyReader> readers, AtomicBoolean running, Callable<Void> writing)
            throws Exception {
        var threads = Executors.newFixedThreadPool(readers.size());
        try {
            var reading = readers.stream().map(threads::submit).toList();
            try {
                writing.call();
            } finally {
                running.set(false);
            }
            return sum(reading);
        } finally {
            threads.shutdownNow();
        }
    }

    private static long sum(List<Future<Long>> reading)
            throws ExecutionException, InterruptedException, TimeoutException {
        var sum = 0L;
        for (var reads : reading) {
            sum += reads.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        }
        return sum;
    }

    private static Stream<String> addresses(List<String> published) {
        return Stream.concat(
                published.stream(),
                Stream.of(
                        "/",
                        "/tags/replicas",
                        "/tags/replicas?page=2",
                        "/feeds/rss.xml",
                        "/feeds/atom.xml",
                        "/feeds/feed.json",
                        "/tags/replicas/atom.xml",
                        "/api/feed/posts",
                        "/sitemap-pages.xml"));
    }

    private static String tag(Replicas replicas, int instance, String path) {
        var answer = Editor.expect(200, replicas.asksInstance(instance, path));
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private static void awaitFrontPages(Replicas replicas) {
        await().atMost(TIMEOUT)
                .until(() -> replicas.instances().stream()
                        .allMatch(
                                instance -> replicas.asksInstance(instance, "/").statusCode() == 200));
    }
}
