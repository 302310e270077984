package org.vedette.post.series.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.post.lifecycle.Revision;
import org.vedette.post.publishing.web.IfMatch;
import org.vedette.post.republishing.SeriesRepublishing;
import org.vedette.post.requests.Caller;
import org.vedette.post.series.Series;
import org.vedette.post.series.SeriesRegistry;
import org.vedette.post.series.SeriesService;
import org.vedette.post.series.StoredSeries;
import org.vedette.starter.api.ContentTags;
import reactor.core.publisher.Mono;

/** The API of the series. */
@RestController
@RequestMapping("/api/series")
final class SeriesController {

    private static final String ONE = "/{slug}";

    private final SeriesRegistry registry;
    private final SeriesService series;
    private final SeriesRepublishing changes;
    private final ContentTags tags;

    SeriesController(SeriesRegistry registry, SeriesService series, SeriesRepublishing changes, ContentTags tags) {
        this.registry = registry;
        this.series = series;
        this.changes = changes;
        this.tags = tags;
    }

    @GetMapping
    ResponseEntity<SeriesList> all() {
        return tags.ok(
                new SeriesList(registry.all().stream().map(SeriesView::of).toList()));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<SeriesView>> create(@RequestBody SeriesRequest request) {
        var created = request.series();
        return series.create(created)
                .map(stored -> answer(ResponseEntity.created(URI.create("/api/series/" + created.slug())), stored));
    }

    @GetMapping(ONE)
    Mono<ResponseEntity<SeriesView>> read(@PathVariable String slug) {
        return series.find(slug).map(stored -> answer(ResponseEntity.ok(), stored));
    }

    @PutMapping(path = ONE, consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<SeriesView>> replace(
            @PathVariable String slug,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody SeriesRequest request) {
        var expected = IfMatch.required(ifMatch);
        var changed = request.series(slug);
        return series.find(slug)
                .flatMap(stored -> changes.change(
                        changed, expected.map(revision -> revision.value()).orElse(stored.revision())))
                .map(stored -> answer(ResponseEntity.ok(), stored));
    }

    @DeleteMapping(ONE)
    Mono<ResponseEntity<Void>> delete(
            @PathVariable String slug,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        var expected = Optional.ofNullable(ifMatch).flatMap(IfMatch::revision).map(Revision::value);
        return series.delete(slug, expected.orElse(null), caller.person())
                .thenReturn(ResponseEntity.noContent().build());
    }

    private static ResponseEntity<SeriesView> answer(ResponseEntity.BodyBuilder response, StoredSeries stored) {
        return response.eTag("\"" + stored.revision() + "\"").body(SeriesView.of(stored));
    }

    record SeriesList(List<SeriesView> series) {}

    /**
     * A series; lists do not have its former titles.
     *
     * @param secondPerson whether whoever publishes an issue must not be the only one who wrote it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SeriesView(
            String slug,
            String title,
            String cadence,
            @Nullable String introduction,
            boolean secondPerson,
            @Nullable List<FormerTitleView> formerTitles) {

        static SeriesView of(Series series) {
            return of(series, null);
        }

        static SeriesView of(StoredSeries stored) {
            return of(
                    stored.series(),
                    stored.formerTitles().stream()
                            .map(former -> new FormerTitleView(former.title(), former.until()))
                            .toList());
        }

        private static SeriesView of(Series series, @Nullable List<FormerTitleView> formerTitles) {
            return new SeriesView(
                    series.slug(),
                    series.title(),
                    series.cadence().name().toLowerCase(Locale.ROOT),
                    series.introduction(),
                    series.needsSecondPerson(),
                    formerTitles);
        }
    }

    record FormerTitleView(String title, Instant until) {}
}
