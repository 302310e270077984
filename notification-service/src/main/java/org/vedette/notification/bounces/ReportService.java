package org.vedette.notification.bounces;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.starter.failures.GuaranteedSignal;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Takes messages in by every door: reads them, applies them, and counts what came of each. */
public final class ReportService {

    private static final Logger log = LoggerFactory.getLogger(ReportService.class);

    /** Longer than the timeouts of the store. */
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final ReportReader reader;
    private final BounceService bounces;
    private final ReportCounter counter;
    private final Scheduler threads;

    /**
     * The service.
     *
     * @param threads read messages
     */
    public ReportService(ReportReader reader, BounceService bounces, ReportCounter counter, Scheduler threads) {
        this.reader = reader;
        this.bounces = bounces;
        this.counter = counter;
        this.threads = threads;
    }

    /**
     * Applies a message. Completes when everything that follows from it is stored; an error means that the store failed, and
     * that the message is to be sent again.
     *
     * @param recipients the recipients of its envelope, as far as they are known
     */
    public Mono<Outcome> accept(Door door, byte[] message, List<String> recipients) {
        return Mono.fromCallable(() -> reader.read(message))
                .subscribeOn(threads)
                .map(report -> report.sentTo(recipients))
                .flatMap(bounces::apply)
                .as(GuaranteedSignal.within(TIMEOUT))
                .onErrorResume(UnreadableReportException.class, unreadable -> Mono.just(unreadable(door, unreadable)))
                .doOnNext(outcome -> counter.count(door, outcome));
    }

    private static Outcome unreadable(Door door, UnreadableReportException unreadable) {
        log.info("A report by {} cannot be read, and is not applied: {}", door.label(), unreadable.getMessage());
        return Outcome.UNREADABLE;
    }
}
