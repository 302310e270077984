package org.vedette.feed.site.web;

import java.net.URI;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.feed.blog.ContentTag;
import org.vedette.feed.site.Answer;
import org.vedette.feed.site.SiteService;
import org.vedette.feed.site.page.Page;
import reactor.core.publisher.Mono;

/** The reader's pages. */
@RestController
class SiteController {

    /** A page may be kept by anybody but is asked for again each time, which costs a 304. */
    private static final CacheControl ASK_AGAIN = CacheControl.noCache().cachePublic();

    private static final CacheControl FOR_AN_HOUR =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    private final SiteService site;
    private final Pages pages;
    private final Refusals refusals;

    SiteController(SiteService site, Pages pages, Refusals refusals) {
        this.site = site;
        this.pages = pages;
        this.refusals = refusals;
    }

    @GetMapping("/")
    Mono<ResponseEntity<byte[]>> frontPage() {
        return site.frontPage().map(this::shown);
    }

    @GetMapping("/posts/{slug}")
    Mono<ResponseEntity<byte[]>> post(@PathVariable String slug, ServerHttpRequest request) {
        return site.post(slug).map(answer -> respond(answer, request));
    }

    @GetMapping("/series/{slug}")
    Mono<ResponseEntity<byte[]>> series(@PathVariable String slug, ServerHttpRequest request) {
        return site.series(slug).map(answer -> respond(answer, request));
    }

    private ResponseEntity<byte[]> respond(Answer answer, ServerHttpRequest request) {
        if (answer instanceof Answer.Shown shown) {
            return shown(shown.page());
        }
        if (answer instanceof Answer.Moved moved) {
            return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
                    .location(URI.create(moved.address()))
                    .cacheControl(FOR_AN_HOUR)
                    .build();
        }
        return refusals.respond(((Answer.NotShown) answer).page(), request);
    }

    /** Spring answers 304 by itself when the request names this tag or this date. */
    private ResponseEntity<byte[]> shown(Page page) {
        var printed = pages.print(page);
        var response = ResponseEntity.ok()
                .contentType(Pages.HTML)
                .cacheControl(ASK_AGAIN)
                .eTag(ContentTag.of(printed));
        var changedAt = page.frame().changedAt();
        return (changedAt == null ? response : response.lastModified(changedAt)).body(printed);
    }
}
