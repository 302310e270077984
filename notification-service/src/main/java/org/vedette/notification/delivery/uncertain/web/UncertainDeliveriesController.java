package org.vedette.notification.delivery.uncertain.web;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.notification.delivery.uncertain.UncertainDeliveries;
import org.vedette.notification.reports.web.AlertPaths;
import reactor.core.publisher.Mono;

/** Resolves the uncertain deliveries of an alert or a digest, for editors. */
@RestController
@RequestMapping("/api")
class UncertainDeliveriesController {

    private final UncertainDeliveries uncertain;

    UncertainDeliveriesController(UncertainDeliveries uncertain) {
        this.uncertain = uncertain;
    }

    /** How many deliveries were resolved. */
    record Resolved(long deliveries) {}

    @PostMapping("/alerts/{alert}/uncertain/resend")
    Mono<Resolved> resend(@PathVariable String alert) {
        return resolved(uncertain.resend(AlertPaths.alert(alert))).switchIfEmpty(Mono.error(AlertPaths::noAlert));
    }

    @PostMapping("/alerts/{alert}/uncertain/count-as-sent")
    Mono<Resolved> countAsSent(@PathVariable String alert) {
        return resolved(uncertain.countAsSent(AlertPaths.alert(alert))).switchIfEmpty(Mono.error(AlertPaths::noAlert));
    }

    @PostMapping("/digests/{digest}/uncertain/resend")
    Mono<Resolved> resendDigest(@PathVariable String digest) {
        return resolved(uncertain.resend(AlertPaths.digest(digest))).switchIfEmpty(Mono.error(AlertPaths::noDigest));
    }

    @PostMapping("/digests/{digest}/uncertain/count-as-sent")
    Mono<Resolved> countDigestAsSent(@PathVariable String digest) {
        return resolved(uncertain.countAsSent(AlertPaths.digest(digest)))
                .switchIfEmpty(Mono.error(AlertPaths::noDigest));
    }

    private static Mono<Resolved> resolved(Mono<Long> deliveries) {
        return deliveries.map(Resolved::new);
    }
}
