package org.vedette.notification.reports;

import java.util.List;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.journal.Growth;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Reports what became of one alert or digest. */
public final class NumbersService {

    /** So many replies are grouped; of more, groups of the others may be missing. */
    private static final int MOST_REPLIES = 20_000;

    private final ProgressService progress;
    private final DeliveryFacts facts;
    private final Growth growth;

    public NumbersService(ProgressService progress, DeliveryFacts facts, Growth growth) {
        this.progress = progress;
        this.facts = facts;
        this.growth = growth;
    }

    /** The numbers of an alert or a digest; empty when there is none with the id. */
    public Mono<AlertNumbers> of(AlertId id) {
        return progress.of(id)
                .flatMap(found -> Mono.zip(
                                facts.sendTimes(id),
                                groups(facts.deferred(id, MOST_REPLIES)),
                                groups(facts.failed(id, MOST_REPLIES)),
                                growth.ofMail(id.value()))
                        .map(read -> new AlertNumbers(found, read.getT1(), read.getT2(), read.getT3(), read.getT4())));
    }

    /** Many replies take a while, in which the thread of the store's driver has other work. */
    private static Mono<List<ReplyGroups.Group>> groups(Flux<String> replies) {
        return replies.collectList().publishOn(Schedulers.boundedElastic()).map(ReplyGroups::of);
    }
}
