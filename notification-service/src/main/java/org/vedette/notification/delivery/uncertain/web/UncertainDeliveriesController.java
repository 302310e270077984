package org.vedette.notification.delivery.uncertain.web;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.delivery.uncertain.UncertainDeliveries;
import reactor.core.publisher.Mono;

/** Resolves the uncertain deliveries of an alert, for editors. */
@RestController
@RequestMapping("/api/alerts/{post}/uncertain")
class UncertainDeliveriesController {

    private final UncertainDeliveries uncertain;

    UncertainDeliveriesController(UncertainDeliveries uncertain) {
        this.uncertain = uncertain;
    }

    /** How many deliveries were resolved. */
    record Resolved(long deliveries) {}

    @PostMapping("/resend")
    Mono<Resolved> resend(@PathVariable UUID post) {
        return resolved(uncertain.resend(AlertId.ofPost(post)));
    }

    @PostMapping("/count-as-sent")
    Mono<Resolved> countAsSent(@PathVariable UUID post) {
        return resolved(uncertain.countAsSent(AlertId.ofPost(post)));
    }

    private static Mono<Resolved> resolved(Mono<Long> deliveries) {
        return deliveries
                .map(Resolved::new)
                .switchIfEmpty(Mono.error(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no alert about this post.")));
    }
}
