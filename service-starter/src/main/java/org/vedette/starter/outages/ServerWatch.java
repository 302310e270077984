package org.vedette.starter.outages;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.starter.failures.Failures;

/**
 * Knows whether a server answers, because a worker asks it every few seconds. Two answers in a row that do not come are an outage: one
 * may be late because this machine is busy. An outage is logged in one line when it begins, once more every ten minutes, and when it ends.
 */
public final class ServerWatch {

    private static final Logger log = LoggerFactory.getLogger(ServerWatch.class);
    private static final Duration REMINDER_INTERVAL = Duration.ofMinutes(10);

    private final String server;
    private final String consequence;
    private final Probe probe;
    private final LongSupplier nanoTime;
    private final AtomicReference<@Nullable Outage> outage = new AtomicReference<>();
    private final AtomicBoolean doubted = new AtomicBoolean();

    /** Asks a server, and fails when it does not answer in time. */
    @FunctionalInterface
    public interface Probe {

        void ask() throws Exception;
    }

    /**
     * A time without an answer.
     *
     * @param since when it began, by the clock of {@link System#nanoTime}
     * @param saidAt when it was last logged, by the same clock
     * @param reason what the newest attempt came to
     */
    private record Outage(long since, long saidAt, String reason) {}

    /**
     * Watches a server.
     *
     * @param server name and address, as in {@code Kafka at localhost:9092}
     * @param consequence what happens while it does not answer, as a sentence without its point
     * @param nanoTime {@link System#nanoTime}, or that of a test
     */
    public ServerWatch(String server, String consequence, Probe probe, LongSupplier nanoTime) {
        this.server = server;
        this.consequence = consequence;
        this.probe = probe;
        this.nanoTime = nanoTime;
    }

    /** Asks the server once. */
    public void check() throws InterruptedException {
        try {
            probe.ask();
            recover();
        } catch (InterruptedException stopped) {
            throw stopped;
        } catch (Exception failure) {
            fail(failure);
        }
    }

    /** How long the server has not answered; zero when it does. */
    public Duration unavailableFor() {
        var current = outage.get();
        return current == null ? Duration.ZERO : since(current.since());
    }

    /** What the newest attempt came to; null when the server answers. */
    public @Nullable String reason() {
        var current = outage.get();
        return current == null ? null : current.reason();
    }

    private void recover() {
        doubted.set(false);
        var ended = outage.getAndSet(null);
        if (ended != null) {
            log.info(
                    "{} answers again, after {} s", server, since(ended.since()).toSeconds());
        }
    }

    private void fail(Exception failure) {
        if (!doubted.getAndSet(true)) {
            log.debug("{} did not answer once: {}", server, reason(failure));
            return;
        }
        var now = nanoTime.getAsLong();
        var reason = reason(failure);
        var before = outage.get();
        if (before == null) {
            log.warn("{} does not answer ({}); {}", server, reason, consequence);
            outage.set(new Outage(now, now, reason));
        } else if (now - before.saidAt() >= REMINDER_INTERVAL.toNanos()) {
            log.warn(
                    "{} has not answered for {} min ({}); {}",
                    server,
                    since(before.since()).toMinutes(),
                    reason,
                    consequence);
            outage.set(new Outage(before.since(), now, reason));
        } else {
            outage.set(new Outage(before.since(), before.saidAt(), reason));
        }
    }

    private static String reason(Throwable failure) {
        var root = Failures.root(failure);
        var message = root.getMessage();
        return message == null
                ? root.getClass().getSimpleName()
                : message.lines().findFirst().orElse("").strip();
    }

    private Duration since(long start) {
        return Duration.ofNanos(nanoTime.getAsLong() - start);
    }
}
