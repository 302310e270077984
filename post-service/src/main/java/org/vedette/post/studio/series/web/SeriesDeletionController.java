package org.vedette.post.studio.series.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.post.requests.Caller;
import org.vedette.post.series.SeriesException;
import org.vedette.post.series.SeriesException.SeriesInUseException;
import org.vedette.post.series.SeriesException.StaleSeriesException;
import org.vedette.post.series.SeriesService;
import org.vedette.post.series.StoredSeries;
import org.vedette.post.studio.web.StudioPages;
import reactor.core.publisher.Mono;

/** Deletes a series without posts, after it has asked. */
@RestController
@RequestMapping(StudioPages.SERIES + "/{slug}/deletion")
final class SeriesDeletionController {

    private final SeriesService series;
    private final StudioPages pages;

    SeriesDeletionController(SeriesService series, StudioPages pages) {
        this.series = series;
        this.pages = pages;
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> ask(@PathVariable String slug, Caller caller, ServerWebExchange exchange) {
        return series.find(slug)
                .zipWith(series.posts(slug))
                .map(found -> page(
                        HttpStatus.OK,
                        found.getT1(),
                        found.getT2() == 0 ? null : SeriesInUseException.message(found.getT2()),
                        caller,
                        exchange));
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> delete(@PathVariable String slug, Caller caller, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> series.delete(slug, revision(form.getFirst("revision")), caller.person()))
                .thenReturn(StudioPages.redirect(StudioPages.SERIES))
                .onErrorResume(
                        SeriesException.class,
                        refused -> refused instanceof SeriesInUseException || refused instanceof StaleSeriesException
                                ? series.find(slug)
                                        .map(stored -> page(
                                                HttpStatus.CONFLICT, stored, refused.getMessage(), caller, exchange))
                                : Mono.error(refused));
    }

    /** A form without the revision that was opened deletes nothing. */
    private static long revision(@Nullable String text) {
        var typed = Objects.requireNonNullElse(text, "");
        return typed.matches("[1-9][0-9]{0,17}") ? Long.parseLong(typed) : 0;
    }

    private ResponseEntity<byte[]> page(
            HttpStatusCode status,
            StoredSeries stored,
            @Nullable String refusal,
            Caller caller,
            ServerWebExchange exchange) {
        var title = stored.series().title();
        return pages.page(
                status,
                "studio/seriesDeletion.jte",
                new SeriesDeletionPage(
                        pages.layout("Delete " + title, StudioPages.SERIES, caller, exchange),
                        title,
                        stored.series().slug(),
                        String.valueOf(stored.revision()),
                        refusal));
    }
}
