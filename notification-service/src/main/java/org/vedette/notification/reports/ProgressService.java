package org.vedette.notification.reports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.alerts.Alert;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.alerts.Alerts;
import org.vedette.notification.alerts.Alerts.Position;
import org.vedette.notification.alerts.DeliveryCounter;
import org.vedette.notification.alerts.DeliveryCounts;
import org.vedette.notification.controls.AlertControl;
import org.vedette.notification.controls.Controls;
import org.vedette.notification.digests.DigestRun;
import org.vedette.notification.digests.DigestRuns;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reports to editors how far alerts and digests are. */
public final class ProgressService {

    private static final int READ_AT_ONCE = 50;

    /** How many pages are searched for one page of a status. */
    private static final int MOST_READS = 20;

    private final Alerts alerts;
    private final DigestRuns runs;
    private final DeliveryCounter counter;
    private final Controls controls;

    public ProgressService(Alerts alerts, DigestRuns runs, DeliveryCounter counter, Controls controls) {
        this.alerts = alerts;
        this.runs = runs;
        this.counter = counter;
        this.controls = controls;
    }

    /**
     * Some alerts, the newest first.
     *
     * @param next where the next page begins; null when there is none
     */
    public record Page(List<Progress> alerts, @Nullable Position next) {

        public Page {
            alerts = List.copyOf(alerts);
        }
    }

    /** A run of a digest with its progress. */
    public record DigestProgress(DigestRun run, Progress progress) {}

    /** How far an alert or a digest is; empty when there is none with the id. */
    public Mono<Progress> of(AlertId id) {
        return id.isDigest()
                ? runs.with(id).flatMap(run -> withDigests(List.of(run)).next().map(DigestProgress::progress))
                : alerts.with(id).flatMap(alert -> withAlerts(List.of(alert)).next());
    }

    /** The newest digests, newest first. */
    public Flux<DigestProgress> digests(int limit) {
        return runs.newest(limit).collectList().flatMapMany(this::withDigests);
    }

    /**
     * A page of alerts. A page of some statuses may be short although there is a next one, because the status is not
     * stored.
     *
     * @param statuses the only ones that count; empty for all
     * @param before where the page begins; null for the newest
     */
    public Mono<Page> alerts(Set<Status> statuses, @Nullable Position before, int limit) {
        return search(statuses, before, limit, List.of(), 1);
    }

    /** The newest alerts and digests, of each so many at most, that were created after a certain time. Of no others are mails counted. */
    public Flux<Progress> recent(Instant since, int limit) {
        var recentAlerts =
                alerts.newest(null, limit).filter(alert -> alert.createdAt().isAfter(since));
        var recentRuns = runs.newest(limit).filter(run -> run.createdAt().isAfter(since));
        return recentAlerts
                .collectList()
                .flatMapMany(this::withAlerts)
                .concatWith(
                        recentRuns.collectList().flatMapMany(this::withDigests).map(DigestProgress::progress));
    }

    private Mono<Page> search(
            Set<Status> statuses, @Nullable Position before, int limit, List<Progress> found, int read) {
        var size = statuses.isEmpty() ? limit + 1 : READ_AT_ONCE;
        return alerts.newest(before, size)
                .collectList()
                .flatMapMany(this::withAlerts)
                .collectList()
                .flatMap(batch -> {
                    var page = page(statuses, batch, limit, found, batch.size() < size);
                    var isFull = page.alerts().size() == limit || page.next() == null || read == MOST_READS;
                    return isFull ? Mono.just(page) : search(statuses, page.next(), limit, page.alerts(), read + 1);
                });
    }

    private static Page page(
            Set<Status> statuses, List<Progress> batch, int limit, List<Progress> found, boolean isLast) {
        var all = new ArrayList<>(found);
        for (var next : batch) {
            if (all.size() == limit) {
                return new Page(all, position(all.get(limit - 1)));
            }
            if (statuses.isEmpty() || statuses.contains(next.status())) {
                all.add(next);
            }
        }
        return new Page(all, isLast ? null : position(batch.get(batch.size() - 1)));
    }

    private static Position position(Progress last) {
        return new Position(last.createdAt(), last.id());
    }

    private Flux<Progress> withAlerts(List<Alert> found) {
        return numbers(found.stream().map(Alert::id).toList())
                .flatMapIterable(numbers -> found.stream()
                        .map(alert -> Progress.of(alert, numbers.counts(alert.id()), numbers.control(alert.id())))
                        .toList());
    }

    private Flux<DigestProgress> withDigests(List<DigestRun> found) {
        return numbers(found.stream().map(DigestRun::id).toList())
                .flatMapIterable(numbers -> found.stream()
                        .map(run -> new DigestProgress(
                                run, Progress.of(run, numbers.counts(run.id()), numbers.control(run.id()))))
                        .toList());
    }

    private Mono<Numbers> numbers(Collection<AlertId> ids) {
        return ids.isEmpty()
                ? Mono.just(new Numbers(Map.of(), Map.of()))
                : Mono.zip(
                        counter.count(ids),
                        controls.of(ids).collectMap(AlertControl::alert, Function.identity()),
                        Numbers::new);
    }

    private record Numbers(Map<AlertId, DeliveryCounts> counts, Map<AlertId, AlertControl> controls) {

        DeliveryCounts counts(AlertId id) {
            return counts.getOrDefault(id, DeliveryCounts.NONE);
        }

        AlertControl control(AlertId id) {
            return controls.getOrDefault(id, AlertControl.of(id));
        }
    }
}
