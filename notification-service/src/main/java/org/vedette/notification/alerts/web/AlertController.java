package org.vedette.notification.alerts.web;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.alerts.AlertReportService;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How far alerts have come, for editors. */
@RestController
@RequestMapping("/api/alerts")
class AlertController {

    private static final int MOST = 50;

    private final AlertReportService reports;

    AlertController(AlertReportService reports) {
        this.reports = reports;
    }

    @GetMapping
    Flux<AlertAnswer> newest() {
        return reports.newest(MOST).map(AlertAnswer::of);
    }

    @GetMapping("/{post}")
    Mono<AlertAnswer> ofPost(@PathVariable UUID post) {
        return reports.of(AlertId.ofPost(post))
                .map(AlertAnswer::of)
                .switchIfEmpty(Mono.error(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no alert about this post.")));
    }
}
