package org.vedette.notification.digests.web;

import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.notification.digests.DigestReportService;
import org.vedette.starter.api.ContentTags;
import reactor.core.publisher.Mono;

/** The progress of digests, for editors. */
@RestController
@RequestMapping("/api/digests")
class DigestController {

    private static final int LIMIT = 50;

    private final DigestReportService reports;
    private final ContentTags tags;

    DigestController(DigestReportService reports, ContentTags tags) {
        this.reports = reports;
        this.tags = tags;
    }

    @GetMapping
    Mono<ResponseEntity<List<DigestView>>> newest() {
        return reports.newest(LIMIT).map(DigestView::of).collectList().map(tags::ok);
    }
}
