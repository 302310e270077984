package org.vedette.standalone;

import java.io.IOException;
import java.nio.file.Files;
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

    private final Path directory;
    private final LongSupplier usableBytes;
    private final Runnable stop;
    private final Runnable start;
    private final Consumer<String> onFailure;
    private final Duration stopTimeout;
    private final Duration pause;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "broker-restart");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param directory where the broker writes
     * @param onFailure called with one line when it gives up
     */
    BrokerRestart(Path directory, Runnable stop, Runnable start, Consumer<String> onFailure) {
        this(
                directory,
                () -> usableBytes(directory),
                stop,
                start,
                onFailure,
                Duration.ofSeconds(30),
                Duration.ofSeconds(1));
    }

    BrokerRestart(
            Path directory,
            LongSupplier usableBytes,
            Runnable stop,
            Runnable start,
            Consumer<String> onFailure,
            Duration stopTimeout,
            Duration pause) {
        this.directory = directory;
        this.usableBytes = usableBytes;
        this.stop = stop;
        this.start = start;
        this.onFailure = onFailure;
        this.stopTimeout = stopTimeout;
        this.pause = pause;
    }

    /** Begins in the background; called on a thread of the broker. */
    void begin(String reason) {
        log.error(
                "The broker has failed ({}), {} bytes are free; it is started again when there is space in {}",
                reason,
                usableBytes.getAsLong(),
                directory);
        threads.execute(() -> restart(reason));
    }

    private void restart(String reason) {
        try {
            CompletableFuture.runAsync(stop, threads).get(stopTimeout.toMillis(), TimeUnit.MILLISECONDS);
            awaitSpace();
            startAgain();
            log.info("The broker runs again");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            log.error("The broker could not be started again", e);
            onFailure.accept("The broker has failed (" + reason
                    + ") and could not be started again: make sure that there is space in " + directory
                    + ", then start Vedette.");
        }
    }

    private void awaitSpace() throws InterruptedException {
        while (usableBytes.getAsLong() < DiskSpace.RESUME_BYTES) {
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
        }
    }

    private void startAgain() throws InterruptedException {
        for (var attempt = 1; ; attempt++) {
            try {
                start.run();
                return;
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                log.warn("The broker did not start (attempt {} of {}); it is tried again", attempt, ATTEMPTS, e);
                TimeUnit.MILLISECONDS.sleep(pause.toMillis());
            }
        }
    }

    private static long usableBytes(Path directory) {
        try {
            return Files.getFileStore(directory).getUsableSpace();
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        var unused = threads.shutdownNow();
    }
}
