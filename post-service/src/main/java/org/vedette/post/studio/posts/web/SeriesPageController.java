package org.vedette.post.studio.posts.web;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.post.requests.Caller;
import org.vedette.post.studio.web.StudioPages;
import reactor.core.publisher.Mono;

/** The page of all series. */
@RestController
final class SeriesPageController {

    private final SeriesStates series;
    private final StudioPages pages;

    SeriesPageController(SeriesStates series, StudioPages pages) {
        this.series = series;
        this.pages = pages;
    }

    @GetMapping(StudioPages.SERIES)
    Mono<ResponseEntity<byte[]>> series(Caller caller, ServerWebExchange exchange) {
        return series.all(caller)
                .map(states -> new SeriesPage(
                        pages.layout("Series", StudioPages.SERIES, caller, exchange), states, caller.isEditor()))
                .map(page -> pages.ok("studio/series.jte", page));
    }
}
