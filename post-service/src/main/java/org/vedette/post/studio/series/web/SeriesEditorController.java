package org.vedette.post.studio.series.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
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
import org.vedette.pages.form.Option;
import org.vedette.post.publishing.PublishingException.FieldError;
import org.vedette.post.publishing.PublishingException.InvalidPostException;
import org.vedette.post.republishing.SeriesRepublishing;
import org.vedette.post.requests.Caller;
import org.vedette.post.series.Cadence;
import org.vedette.post.series.SeriesException;
import org.vedette.post.series.SeriesException.StaleSeriesException;
import org.vedette.post.series.SeriesService;
import org.vedette.post.series.StoredSeries;
import org.vedette.post.series.StoredSeries.FormerTitle;
import org.vedette.post.studio.web.SiteCalendar;
import org.vedette.post.studio.web.StudioPages;
import reactor.core.publisher.Mono;

/** Creates and changes series. */
@RestController
@RequestMapping(StudioPages.SERIES)
final class SeriesEditorController {

    private static final String NEW = "/new";
    private static final String ONE = "/{slug}";
    private static final List<Option> CADENCES = Arrays.stream(Cadence.values())
            .map(cadence -> cadence.name().toLowerCase(Locale.ROOT))
            .map(name -> new Option(name, name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1)))
            .toList();

    private final SeriesService series;
    private final SeriesRepublishing changes;
    private final SiteCalendar calendar;
    private final StudioPages pages;

    SeriesEditorController(SeriesService series, SeriesRepublishing changes, SiteCalendar calendar, StudioPages pages) {
        this.series = series;
        this.changes = changes;
        this.calendar = calendar;
        this.pages = pages;
    }

    @GetMapping(NEW)
    ResponseEntity<byte[]> write(Caller caller, ServerWebExchange exchange) {
        return page(HttpStatus.OK, SeriesForm.EMPTY, null, null, caller, exchange);
    }

    @PostMapping(NEW)
    Mono<ResponseEntity<byte[]>> create(Caller caller, ServerWebExchange exchange) {
        return exchange.getFormData()
                .map(SeriesForm::of)
                .flatMap(form -> Mono.defer(() -> series.create(form.request().series()))
                        .map(stored -> StudioPages.redirect(StudioPages.SERIES))
                        .onErrorResume(
                                SeriesEditorController::isRefusal,
                                refused -> Mono.just(page(status(refused), form, null, refused, caller, exchange))));
    }

    @GetMapping(ONE)
    Mono<ResponseEntity<byte[]>> open(@PathVariable String slug, Caller caller, ServerWebExchange exchange) {
        return series.find(slug)
                .map(stored -> page(HttpStatus.OK, SeriesForm.of(stored), stored, null, caller, exchange));
    }

    @PostMapping(ONE)
    Mono<ResponseEntity<byte[]>> change(@PathVariable String slug, Caller caller, ServerWebExchange exchange) {
        return exchange.getFormData()
                .map(SeriesForm::of)
                .flatMap(form -> Mono.defer(() -> changes.change(form.request().series(slug), form.expected()))
                        .map(stored -> StudioPages.redirect(StudioPages.SERIES))
                        .onErrorResume(
                                SeriesEditorController::isRefusal,
                                refused -> refused(slug, form, refused, caller, exchange)));
    }

    private Mono<ResponseEntity<byte[]>> refused(
            String slug, SeriesForm form, Throwable why, Caller caller, ServerWebExchange exchange) {
        return series.find(slug)
                .map(stored -> page(status(why), form.on(stored.revision()), stored, why, caller, exchange));
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof InvalidPostException || failure instanceof SeriesException;
    }

    private static HttpStatusCode status(Throwable refusal) {
        return refusal instanceof InvalidPostException ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT;
    }

    private ResponseEntity<byte[]> page(
            HttpStatusCode status,
            SeriesForm form,
            @Nullable StoredSeries stored,
            @Nullable Throwable refusal,
            Caller caller,
            ServerWebExchange exchange) {
        var title = stored == null ? "New series" : stored.series().title();
        var path = StudioPages.SERIES
                + (stored == null ? NEW : "/" + stored.series().slug());
        return pages.page(
                status,
                "studio/seriesEditor.jte",
                new SeriesEditorPage(
                        pages.layout(title, StudioPages.SERIES, caller, exchange),
                        path,
                        stored == null,
                        form,
                        refusal == null ? null : message(refusal),
                        refusal instanceof InvalidPostException invalid ? errors(invalid) : Map.of(),
                        CADENCES,
                        stored == null
                                ? List.of()
                                : stored.formerTitles().stream()
                                        .map(this::words)
                                        .toList()));
    }

    private String words(FormerTitle former) {
        return former.title() + ", until " + calendar.day(former.until());
    }

    private static String message(Throwable refusal) {
        if (refusal instanceof InvalidPostException) {
            return "Nothing was saved yet: correct the fields marked below, and save again.";
        }
        return refusal instanceof StaleSeriesException
                ? "Somebody else changed this series while you wrote. What you typed is below: save again to put it on top."
                : String.valueOf(refusal.getMessage());
    }

    private static Map<String, String> errors(InvalidPostException invalid) {
        return invalid.errors().stream()
                .collect(Collectors.toMap(
                        FieldError::field, error -> "This " + error.message() + ".", (one, other) -> one));
    }
}
