package org.vedette.notification.digests;

import java.util.List;
import org.vedette.notification.alerts.DeliveryCounter;
import org.vedette.notification.alerts.DeliveryCounts;
import reactor.core.publisher.Flux;

/** Reports to editors how far the digests are. */
public final class DigestReportService {

    private final DigestRuns runs;
    private final DeliveryCounter deliveryCounter;

    public DigestReportService(DigestRuns runs, DeliveryCounter deliveryCounter) {
        this.runs = runs;
        this.deliveryCounter = deliveryCounter;
    }

    /** A run and the states of its mails. */
    public record Report(DigestRun run, DeliveryCounts counts) {}

    /** Reports on the newest runs, newest first. */
    public Flux<Report> newest(int limit) {
        return runs.newest(limit).collectList().flatMapMany(this::reports);
    }

    private Flux<Report> reports(List<DigestRun> found) {
        return deliveryCounter
                .count(found.stream().map(DigestRun::id).toList())
                .flatMapIterable(counts -> found.stream()
                        .map(run -> new Report(run, counts.getOrDefault(run.id(), DeliveryCounts.NONE)))
                        .toList());
    }
}
