package org.vedette.standalone;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.embedded.store.file.DiskSpace;

/** Starts the broker again after it has failed, when there is space on its disk; gives up when it does not stop or start. */
final class BrokerRestart implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(BrokerRestart.class);
    private static final int ATTEMPTS = 5;

    private final Disk disk;
    private final Runnable stop;
    private final Runnable start;
    private final Consumer<String> onFailure;
    private final Timing timing;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "broker-restart");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean closed;

    /**
     * Where the broker writes.
     *
     * @param usableBytes how many bytes it can still write there
     */
    record Disk(Path directory, LongSupplier usableBytes) {

        Disk(Path directory) {
            this(directory, () -> DiskSpace.usableBytes(directory));
        }
    }

    /**
     * How long it waits.
     *
     * @param stopTimeout how long the broker may take to stop
     * @param pause between two looks at the disk, and between two attempts to start
     */
    record Timing(Duration stopTimeout, Duration pause) {

        static final Timing DEFAULT = new Timing(Duration.ofSeconds(30), Duration.ofSeconds(1));
    }

    /** @param onFailure called with one line when it gives up */
    BrokerRestart(Disk disk, Runnable stop, Runnable start, Consumer<String> onFailure, Timing timing) {
        this.disk = disk;
        this.stop = stop;
        this.start = start;
        this.onFailure = onFailure;
        this.timing = timing;
    }

    /** Begins in the background; called on a thread of the broker. */
    void begin(String reason) {
        if (closed) {
            log.info("The broker has failed while everything stops: {}", reason);
            return;
        }
        log.error(
                "The broker has failed ({}), {} bytes are free; it is started again when there is space in {}",
                reason,
                disk.usableBytes().getAsLong(),
                disk.directory());
        threads.execute(() -> restart(reason));
    }

    private void restart(String reason) {
        try {
            CompletableFuture.runAsync(stop, threads).get(timing.stopTimeout().toMillis(), TimeUnit.MILLISECONDS);
            awaitSpace();
            startAgain();
            stopIfClosed();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RuntimeException | Error e) {
            // An Error, too, would end this thread without anybody noticing that the broker stays down.
            giveUp(reason, e);
        }
    }

    /** Stops a broker whose start had begun when this was closed, because its owner has closed everything else by then. */
    private void stopIfClosed() {
        if (closed) {
            stop.run();
        } else {
            log.info("The broker runs again");
        }
    }

    private void giveUp(String reason, Throwable failure) {
        if (closed) {
            log.info("The restart of the broker ends, because everything stops", failure);
            return;
        }
        log.error("The broker could not be started again", failure);
        onFailure.accept("The broker has failed (" + reason
                + ") and could not be started again: make sure that there is space in " + disk.directory()
                + ", then start Vedette.");
    }

    private void awaitSpace() throws InterruptedException {
        while (disk.usableBytes().getAsLong() < DiskSpace.RESUME_BYTES) {
            TimeUnit.MILLISECONDS.sleep(timing.pause().toMillis());
        }
    }

    private void startAgain() throws InterruptedException {
        for (var attempt = 1; ; attempt++) {
            try {
                start.run();
                return;
            } catch (RuntimeException e) {
                if (closed || attempt == ATTEMPTS) {
                    throw e;
                }
                log.warn("The broker did not start (attempt {} of {}); it is tried again", attempt, ATTEMPTS, e);
                TimeUnit.MILLISECONDS.sleep(timing.pause().toMillis());
            }
        }
    }

    /** Ends the restart under way. */
    @Override
    public void close() {
        closed = true;
        var unused = threads.shutdownNow();
    }
}
