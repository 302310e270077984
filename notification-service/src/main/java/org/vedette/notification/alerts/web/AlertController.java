package org.vedette.notification.alerts.web;

import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.alerts.AlertReportService;
import org.vedette.starter.api.ContentTags;
import reactor.core.publisher.Mono;

/** The progress of alerts, for editors. */
@RestController
@RequestMapping("/api/alerts")
class AlertController {

    private static final int LIMIT = 50;

    private final AlertReportService reports;
    private final ContentTags tags;

    AlertController(AlertReportService reports, ContentTags tags) {
        this.reports = reports;
        this.tags = tags;
    }

    @GetMapping
    Mono<ResponseEntity<List<AlertView>>> newest() {
        return reports.newest(LIMIT).map(AlertView::of).collectList().map(tags::ok);
    }

    @GetMapping("/{post}")
    Mono<ResponseEntity<AlertView>> ofPost(@PathVariable UUID post) {
        return reports.of(AlertId.ofPost(post))
                .map(report -> tags.ok(AlertView.of(report)))
                .switchIfEmpty(Mono.error(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no alert about this post.")));
    }
}
