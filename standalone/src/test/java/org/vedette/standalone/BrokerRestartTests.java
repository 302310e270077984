package org.vedette.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vedette.embedded.store.file.DiskSpace;

class BrokerRestartTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final AtomicLong usable = new AtomicLong(Long.MAX_VALUE);
    private final AtomicInteger failingStarts = new AtomicInteger();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final BrokerRestart restart = restart(() -> calls.add("stop"));

    @AfterEach
    void close() {
        restart.close();
        stopped.countDown();
    }

    @Test
    void aBrokerThatFailedIsStoppedAndStartedAgain() {
        restart.begin("Kafka halted");

        await().atMost(TIMEOUT).until(() -> calls.contains("start"));
        assertThat(calls).containsExactly("stop", "start");
        assertThat(failures).isEmpty();
    }

    @Test
    void itIsStartedOnlyWhenThereIsSpace() {
        usable.set(DiskSpace.RESUME_BYTES - 1);

        restart.begin("Kafka halted");

        await().during(Duration.ofMillis(200)).atMost(TIMEOUT).until(() -> !calls.contains("start"));
        usable.set(DiskSpace.RESUME_BYTES);
        await().atMost(TIMEOUT).until(() -> calls.contains("start"));
    }

    @Test
    void aStartThatFailsIsTriedAgain() {
        failingStarts.set(4);

        restart.begin("Kafka halted");

        await().atMost(TIMEOUT).until(() -> calls.contains("start"));
        assertThat(failures).isEmpty();
    }

    @Test
    void afterFiveStartsThatFailItGivesUpWithOneLine() {
        failingStarts.set(5);

        restart.begin("Kafka halted");

        await().atMost(TIMEOUT).until(() -> !failures.isEmpty());
        assertThat(failures)
                .singleElement()
                .asString()
                .contains("The broker has failed (Kafka halted)", "space in " + Path.of("kafka"))
                .doesNotContain("\n");
        assertThat(calls).doesNotContain("start");
    }

    @Test
    void aBrokerThatDoesNotStopIsGivenUp() {
        try (var hanging = restart(this::hang)) {
            hanging.begin("Kafka halted");

            await().atMost(TIMEOUT).until(() -> !failures.isEmpty());
            assertThat(calls).doesNotContain("start");
        }
    }

    @Test
    void aStartThatMeetsAnErrorIsGivenUp() {
        Runnable start = () -> {
            throw new OutOfMemoryError("unable to create native thread");
        };
        try (var failing = restart(() -> calls.add("stop"), start)) {
            failing.begin("Kafka halted");

            await().atMost(TIMEOUT).until(() -> !failures.isEmpty());
        }
    }

    @Test
    void aBrokerThatIsBeingStartedWhenItIsClosedIsStopped() throws Exception {
        var starting = new CountDownLatch(1);
        var closing = restart(() -> calls.add("stop"), () -> {
            starting.countDown();
            awaitUninterruptibly(stopped);
            calls.add("start");
        });
        closing.begin("Kafka halted");
        assertThat(starting.await(TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isTrue();

        closing.close();
        stopped.countDown();

        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(calls).containsExactly("stop", "start", "stop"));
        assertThat(failures).isEmpty();
    }

    @Test
    void aStartThatFailsAfterTheCloseIsNeitherToldNorTriedAgain() throws Exception {
        var starting = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        var closing = restart(() -> {}, () -> {
            calls.add("start");
            starting.countDown();
            awaitUninterruptibly(stopped);
            ended.countDown();
            throw new IllegalStateException("no broker");
        });
        closing.begin("Kafka halted");
        assertThat(starting.await(TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isTrue();

        closing.close();
        stopped.countDown();

        assertThat(ended.await(TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        await().during(Duration.ofMillis(100)).atMost(TIMEOUT).until(() -> failures.isEmpty() && calls.size() == 1);
    }

    @Test
    void aFailureAfterTheCloseBeginsNothing() {
        restart.close();

        restart.begin("Kafka halted");

        assertThat(calls).isEmpty();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        var interrupted = true;
        while (interrupted) {
            try {
                interrupted = !latch.await(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException ignored) {
                interrupted = true;
            }
        }
    }

    private void hang() {
        try {
            var unused = stopped.await(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private BrokerRestart restart(Runnable stop) {
        return restart(stop, this::start);
    }

    private BrokerRestart restart(Runnable stop, Runnable start) {
        return new BrokerRestart(
                new BrokerRestart.Disk(Path.of("kafka"), usable::get),
                stop,
                start,
                failures::add,
                new BrokerRestart.Timing(Duration.ofMillis(300), Duration.ofMillis(10)));
    }

    private void start() {
        if (failingStarts.getAndDecrement() > 0) {
            throw new IllegalStateException("no broker");
        }
        calls.add("start");
    }
}
