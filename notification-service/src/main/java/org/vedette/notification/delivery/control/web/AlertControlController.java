package org.vedette.notification.delivery.control.web;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.delivery.control.AlertControlService;
import org.vedette.notification.reports.Progress;
import org.vedette.notification.reports.web.AlertPaths;
import org.vedette.notification.web.Operators;
import reactor.core.publisher.Mono;

/** Pauses, resumes, cancels and approves alerts, and sends again what failed, for editors. */
@RestController
@RequestMapping("/api/alerts/{alert}")
class AlertControlController {

    private final AlertControlService control;

    AlertControlController(AlertControlService control) {
        this.control = control;
    }

    /**
     * What came of it.
     *
     * @param status of the alert or digest, as where its progress is told
     */
    record Controlled(String id, String status) {

        static Controlled of(Progress progress) {
            return new Controlled(progress.id().value(), progress.status().word());
        }
    }

    /** How many mails are sent again. */
    record Resent(long deliveries) {}

    @PostMapping("/pause")
    Mono<Controlled> pause(@PathVariable String alert) {
        return controlled(Operators.name().flatMap(by -> control.pause(id(alert), by)));
    }

    @PostMapping("/resume")
    Mono<Controlled> resume(@PathVariable String alert) {
        return controlled(Operators.name().flatMap(by -> control.resume(id(alert), by)));
    }

    @PostMapping("/cancel")
    Mono<Controlled> cancel(@PathVariable String alert) {
        return controlled(Operators.name().flatMap(by -> control.cancel(id(alert), by)));
    }

    @PostMapping("/approve")
    Mono<Controlled> approve(@PathVariable String alert) {
        return controlled(Operators.name().flatMap(by -> control.approve(id(alert), by)));
    }

    @PostMapping("/resend")
    Mono<Resent> resend(@PathVariable String alert) {
        return Operators.name()
                .flatMap(by -> control.resend(id(alert), by))
                .map(Resent::new)
                .switchIfEmpty(Mono.error(AlertPaths::noAlert));
    }

    private static AlertId id(String text) {
        return AlertPaths.alert(text);
    }

    private static Mono<Controlled> controlled(Mono<Progress> progress) {
        return progress.map(Controlled::of).switchIfEmpty(Mono.error(AlertPaths::noAlert));
    }
}
