package org.vedette.notification.delivery.control.web;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.delivery.control.AlertControlService;
import org.vedette.notification.delivery.control.web.AlertControlController.Controlled;
import org.vedette.notification.delivery.control.web.AlertControlController.Resent;
import org.vedette.notification.reports.Progress;
import org.vedette.notification.reports.web.AlertPaths;
import org.vedette.notification.web.Operators;
import reactor.core.publisher.Mono;

/** Pauses, resumes and cancels digests, and sends again what failed, for editors. */
@RestController
@RequestMapping("/api/digests/{digest}")
class DigestControlController {

    private final AlertControlService control;

    DigestControlController(AlertControlService control) {
        this.control = control;
    }

    @PostMapping("/pause")
    Mono<Controlled> pause(@PathVariable String digest) {
        return controlled(Operators.name().flatMap(by -> control.pause(id(digest), by)));
    }

    @PostMapping("/resume")
    Mono<Controlled> resume(@PathVariable String digest) {
        return controlled(Operators.name().flatMap(by -> control.resume(id(digest), by)));
    }

    @PostMapping("/cancel")
    Mono<Controlled> cancel(@PathVariable String digest) {
        return controlled(Operators.name().flatMap(by -> control.cancel(id(digest), by)));
    }

    @PostMapping("/resend")
    Mono<Resent> resend(@PathVariable String digest) {
        return Operators.name()
                .flatMap(by -> control.resend(id(digest), by))
                .map(Resent::new)
                .switchIfEmpty(Mono.error(AlertPaths::noDigest));
    }

    private static AlertId id(String text) {
        return AlertPaths.digest(text);
    }

    private static Mono<Controlled> controlled(Mono<Progress> progress) {
        return progress.map(Controlled::of).switchIfEmpty(Mono.error(AlertPaths::noDigest));
    }
}
