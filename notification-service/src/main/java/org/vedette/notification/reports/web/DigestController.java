package org.vedette.notification.reports.web;

import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.notification.reports.ProgressService;
import org.vedette.starter.api.ContentTags;
import reactor.core.publisher.Mono;

/** The progress of digests, for editors. */
@RestController
@RequestMapping("/api/digests")
class DigestController {

    private static final int LIMIT = 50;

    private final ProgressService progress;
    private final ContentTags tags;

    DigestController(ProgressService progress, ContentTags tags) {
        this.progress = progress;
        this.tags = tags;
    }

    @GetMapping
    Mono<ResponseEntity<List<DigestView>>> newest() {
        return progress.digests(LIMIT).map(DigestView::of).collectList().map(tags::ok);
    }
}
