package org.vedette.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What readers get from two gateways while an instance of the feed service lags behind, and while both are killed. */
class LaggingReplicaIT {

    private static final Logger log = LoggerFactory.getLogger(LaggingReplicaIT.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration BACK = Duration.ofSeconds(5);
    private static final int POSTS = 15;
    private static final int READERS = 8;

    private final RunningSuite suite = RunningSuite.get();

    @Test
    void noPostVanishesWhileOneInstanceLearnsOfNothing() throws Exception {
        try (var replicas = suite.balancedReplicas()) {
            awaitFrontPages(replicas);
            replicas.pauseOne();
            awaitOnBoth(replicas, publish("Both gateways know that one lags"));
            var running = new AtomicBoolean(true);
            var readers = Stream.generate(() -> new ConsistencyReader(replicas.sources(), running))
                    .limit(READERS)
                    .toList();
            var threads = Executors.newFixedThreadPool(READERS);
            try {
                var reading = readers.stream().map(threads::submit).toList();
                try {
                    for (var n = 0; n < POSTS; n++) {
                        var path = publish("Seen though one lags, number " + n);
                        awaitOn(replicas, n % 2, path);
                        // What nobody has asked for before is in no cache, and every connection may lead to the one
                        // that lags.
                        assertThat(uncached(replicas, path)).containsOnly(200);
                    }
                    replicas.resumeOne();
                    assertThat(uncached(replicas, publish("Seen by both again")))
                            .isNotEmpty();
                } finally {
                    running.set(false);
                }
                log.info("{} readers read {} times", READERS, sum(reading));
            } finally {
                threads.shutdownNow();
            }

            assertThat(readers.stream().map(ConsistencyReader::violations).flatMap(Queue::stream))
                    .isEmpty();
        }
    }

    @Test
    void noReaderOfAKnownPageSeesAnErrorOrAnotherPageWhileTheInstancesAreKilled() throws Exception {
        var pages = Map.of(
                publish("Read through the kill, the first"), "Read through the kill, the first",
                publish("Read through the kill, the second"), "Read through the kill, the second",
                publish("Read through the kill, the third"), "Read through the kill, the third");
        try (var replicas = suite.balancedReplicas()) {
            awaitFrontPages(replicas);
            pages.keySet().forEach(path -> awaitOnBoth(replicas, path));
            var running = new AtomicBoolean(true);
            var violations = new ConcurrentLinkedQueue<String>();
            var threads = Executors.newFixedThreadPool(READERS);
            try {
                var reading = IntStream.range(0, READERS)
                        .mapToObj(reader -> threads.submit(() -> read(replicas, pages, running, violations)))
                        .toList();
                replicas.killBoth();
                await().atMost(TIMEOUT).until(() -> pages.keySet().stream().allMatch(path -> isStale(replicas, path)));
                await().during(Duration.ofSeconds(3))
                        .atMost(TIMEOUT)
                        .until(() -> pages.keySet().stream()
                                .allMatch(path -> replicas.asksGateway(0, path).statusCode() == 200));
                replicas.bringBothBack();
                await().atMost(BACK).until(() -> pages.keySet().stream().noneMatch(path -> isStale(replicas, path)));

                running.set(false);
                log.info("{} readers read {} times", READERS, sum(reading));
            } finally {
                running.set(false);
                threads.shutdownNow();
            }

            assertThat(violations).isEmpty();
        }
    }

    private static long read(
            BalancedReplicas replicas, Map<String, String> pages, AtomicBoolean running, Queue<String> violations) {
        var reads = 0L;
        while (running.get()) {
            for (var page : pages.entrySet()) {
                var answer = replicas.asksGateway((int) (reads % 2), page.getKey());
                if (answer.statusCode() != 200 || !answer.body().contains("<title>" + page.getValue())) {
                    violations.add(page.getKey() + " answered " + answer.statusCode());
                }
                reads++;
            }
        }
        return reads;
    }

    private String publish(String title) {
        return suite.editor().publishes(Manuscript.titled(title)).path();
    }

    /** The statuses of requests that no cache can answer, at both gateways, many enough to use all their connections. */
    private static List<Integer> uncached(BalancedReplicas replicas, String path) {
        return IntStream.range(0, 20)
                .map(n -> replicas.asksGateway(n % 2, path + "?once=" + n).statusCode())
                .boxed()
                .toList();
    }

    private static void awaitOnBoth(BalancedReplicas replicas, String path) {
        awaitOn(replicas, 0, path);
        awaitOn(replicas, 1, path);
    }

    private static void awaitOn(BalancedReplicas replicas, int gateway, String path) {
        await().atMost(TIMEOUT).until(() -> replicas.asksGateway(gateway, path).statusCode() == 200);
    }

    private static void awaitFrontPages(BalancedReplicas replicas) {
        awaitOnBoth(replicas, "/");
    }

    private static boolean isStale(BalancedReplicas replicas, String path) {
        return IntStream.range(0, 2).anyMatch(gateway -> isStale(replicas.asksGateway(gateway, path)));
    }

    private static boolean isStale(HttpResponse<String> answer) {
        return answer.headers().firstValue("Cache-Status").orElse("").contains("stale-if-error");
    }

    private static long sum(List<Future<Long>> reading) throws Exception {
        var sum = 0L;
        for (var reads : reading) {
            sum += reads.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        }
        return sum;
    }
}
