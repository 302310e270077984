package org.vedette.starter.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Leaves out what the libraries of servers repeat: each of their loggers gets three lines a minute. While a server does not answer they
 * say so at each attempt, several times a second; the service says it once itself.
 */
final class RepetitionFilter extends TurboFilter {

    private static final int LINES = 3;
    private static final long INTERVAL_NANOS = Duration.ofMinutes(1).toNanos();
    private static final List<String> LIBRARIES = List.of(
            "org.apache.kafka.",
            "org.springframework.kafka.",
            "org.mongodb.driver.",
            "org.eclipse.angus.",
            "io.opentelemetry.",
            "io.netty.",
            "reactor.");

    private final LongSupplier nanoTime;
    private final Map<String, Window> windows = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> suppressed = new ConcurrentHashMap<>();

    /**
     * What a logger said in the current minute.
     *
     * @param begin when the minute began
     * @param lines how many lines, with those that were left out
     */
    private record Window(long begin, int lines) {

        Window next(long now) {
            return now - begin >= INTERVAL_NANOS ? new Window(now, 1) : new Window(begin, lines + 1);
        }
    }

    /** @param nanoTime {@link System#nanoTime}, or that of a test */
    RepetitionFilter(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] parameters,
            @Nullable Throwable failure) {
        // Asked about every line, also of levels that are off.
        if (!level.isGreaterOrEqual(Level.INFO)
                || !level.isGreaterOrEqual(logger.getEffectiveLevel())
                || !isOfALibrary(logger.getName())) {
            return FilterReply.NEUTRAL;
        }
        // A question whether the level is on has no text, and is no line.
        return format == null ? FilterReply.NEUTRAL : count(logger.getName());
    }

    private FilterReply count(String logger) {
        var now = nanoTime.getAsLong();
        var window = windows.merge(logger, new Window(now, 1), (before, first) -> before.next(now));
        if (window.lines() <= LINES) {
            return FilterReply.NEUTRAL;
        }
        suppressed.computeIfAbsent(logger, unknown -> new AtomicLong()).incrementAndGet();
        return FilterReply.DENY;
    }

    private static boolean isOfALibrary(String logger) {
        for (var library : LIBRARIES) {
            if (logger.startsWith(library)) {
                return true;
            }
        }
        return false;
    }

    /** How many lines were left out. */
    long suppressed() {
        return suppressed.values().stream().mapToLong(AtomicLong::get).sum();
    }
}
