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

/** The progress of alerts, for editors. */
@RestController
@RequestMapping("/api/alerts")
class AlertController {

    private static final int LIMIT = 50;

    private final AlertReportService reports;

    AlertController(AlertReportService reports) {
        this.reports = reports;
    }

    @GetMapping
    Flux<AlertView> newest() {
        return reports.newest(LIMIT).map(AlertView::of);
    }

    @GetMapping("/{post}")
    Mono<AlertView> ofPost(@PathVariable UUID post) {
        return reports.of(AlertId.ofPost(post))
                .map(AlertView::of)
                .switchIfEmpty(Mono.error(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no alert about this post.")));
    }
}
