package org.vedette.notification.bounces;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.starter.failures.GuaranteedSignal;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

/** Takes messages in by every door: reads them, applies them, and counts what came of each. */
public final class ReportService {

    private static final Logger log = LoggerFactory.getLogger(ReportService.class);

    /** Longer than the timeouts of the store. */
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** A thousand times as long as a report takes. */
    private static final Duration READING_TIMEOUT = Duration.ofSeconds(10);

    private final ReportReader reader;
    private final BounceService bounces;
    private final ReportCounter counter;
    private final Scheduler threads;
    private final Duration readingTimeout;

    /**
     * The service.
     *
     * @param threads read messages, and are held up by one that takes long
     */
    public ReportService(ReportReader reader, BounceService bounces, ReportCounter counter, Scheduler threads) {
        this(reader, bounces, counter, threads, READING_TIMEOUT);
    }

    ReportService(
            ReportReader reader,
            BounceService bounces,
            ReportCounter counter,
            Scheduler threads,
            Duration readingTimeout) {
        this.reader = reader;
        this.bounces = bounces;
        this.counter = counter;
        this.threads = threads;
        this.readingTimeout = readingTimeout;
    }

    /**
     * Applies a message. Completes when everything that follows from it is stored; an error means that the store failed, and
     * that the message is to be sent again.
     *
     * @param recipients the recipients of its envelope, as far as they are known
     */
    public Mono<Outcome> accept(Door door, byte[] message, List<String> recipients) {
        return read(message)
                .map(report -> report.sentTo(recipients))
                .flatMap(bounces::apply)
                .as(GuaranteedSignal.within(TIMEOUT))
                .onErrorResume(UnreadableReportException.class, unreadable -> Mono.just(unreadable(door, unreadable)))
                .doOnNext(outcome -> counter.count(door, outcome));
    }

    /** The time that a message waits for a thread does not count against it, nor does an Error. */
    private Mono<Report> read(byte[] message) {
        var begun = Sinks.<Boolean>one();
        var timeout = begun.asMono().delayElement(readingTimeout);
        var reading = Mono.fromCallable(() -> {
            begun.emitValue(true, Sinks.EmitFailureHandler.FAIL_FAST);
            return reader.read(message);
        });
        return reading.as(GuaranteedSignal.within(TIMEOUT))
                .subscribeOn(threads)
                .timeout(timeout, Mono.error(() -> new UnreadableReportException("reading it takes too long")));
    }

    private static Outcome unreadable(Door door, UnreadableReportException unreadable) {
        log.info("A report by {} cannot be read, and is not applied: {}", door.label(), unreadable.getMessage());
        return Outcome.UNREADABLE;
    }
}
