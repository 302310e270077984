package org.vedette.embedded.broker;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A task on a thread of its own, for which others wait no longer than they want to. */
final class BackgroundTask {

    private final Runnable work;
    private final Thread thread;
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    BackgroundTask(String name, Runnable work) {
        this.work = work;
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Interrupts the task and waits until its thread has ended, or the time is over. */
    void interrupt(Duration timeout) {
        thread.interrupt();
        try {
            thread.join(timeout.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the waiting for the task, which may run on; false when it has ended before. */
    boolean fail(String reason) {
        return end.completeExceptionally(new IllegalStateException(reason));
    }

    /** @throws IllegalStateException when the task failed or did not end in time; the message says why */
    void await(Duration timeout) {
        try {
            end.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("it was interrupted", e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("it took longer than " + timeout.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            var cause = Objects.requireNonNullElse(e.getCause(), e);
            throw new IllegalStateException(String.valueOf(cause.getMessage()), cause);
        }
    }

    // An Error must reach the one who waits, too.
    private void run() {
        try {
            work.run();
            end.complete(null);
        } catch (RuntimeException | Error failure) {
            end.completeExceptionally(failure);
        }
    }
}
