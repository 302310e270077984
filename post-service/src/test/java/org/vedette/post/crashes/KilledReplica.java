package org.vedette.post.crashes;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A replica that is started, killed after a random time, and started again, until it is to stay. */
final class KilledReplica implements Callable<Void> {

    private static final int SHORTEST_LIFE_MILLIS = 300;
    private static final int LONGEST_LIFE_MILLIS = 6_000;

    private final int number;
    private final Map<String, String> settings;
    private final Path directory;
    private final Random random;
    private final AtomicBoolean staying = new AtomicBoolean();
    private final AtomicReference<@Nullable ReplicaProcess> current = new AtomicReference<>();
    private final List<Life> lives = new ArrayList<>();

    KilledReplica(int number, Map<String, String> settings, Path directory, long seed) {
        this.number = number;
        this.settings = Map.copyOf(settings);
        this.directory = directory;
        this.random = new Random(seed + number);
    }

    /** From when a replica worked until when it was killed. */
    record Life(Instant from, Instant until) {}

    /** Lives and dies until {@link #stay} is called; then one more life begins. */
    @Override
    public Void call() throws IOException, InterruptedException {
        while (!staying.get()) {
            var from = begin();
            sleep(SHORTEST_LIFE_MILLIS + random.nextInt(LONGEST_LIFE_MILLIS));
            end(from);
        }
        add(new Life(begin(), Instant.MAX));
        return null;
    }

    private Instant begin() throws IOException, InterruptedException {
        var process = ReplicaProcess.launch(settings, directory, number);
        current.set(process);
        if (!process.awaitReady()) {
            throw new AssertionError("replica " + number + " ended by itself");
        }
        return Instant.now();
    }

    private void end(Instant from) throws InterruptedException {
        var process = current.getAndSet(null);
        if (process != null) {
            var until = Instant.now();
            process.kill();
            add(new Life(from, until));
        }
    }

    private void add(Life life) {
        synchronized (lives) {
            lives.add(life);
        }
    }

    private void sleep(int millis) throws InterruptedException {
        var left = millis;
        while (left > 0 && !staying.get()) {
            TimeUnit.MILLISECONDS.sleep(Math.min(left, 50));
            left -= 50;
        }
    }

    /** Lets it live from its next start on. */
    void stay() {
        staying.set(true);
    }

    /** Its address while it runs; it may not accept requests yet. */
    Optional<URI> address() {
        return Optional.ofNullable(current.get()).map(ReplicaProcess::address);
    }

    /** The lives that ended, and the one that is to stay. */
    List<Life> lives() {
        synchronized (lives) {
            return List.copyOf(lives);
        }
    }

    void killForGood() throws InterruptedException {
        var process = current.getAndSet(null);
        if (process != null) {
            process.kill();
        }
    }
}
