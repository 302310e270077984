package org.vedette.post.series.web;

import java.util.List;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.post.series.Series;
import org.vedette.post.series.SeriesRegistry;
import org.vedette.starter.api.ContentTags;

/** The API of the series. */
@RestController
final class SeriesController {

    private final SeriesRegistry series;
    private final ContentTags tags;

    SeriesController(SeriesRegistry series, ContentTags tags) {
        this.series = series;
        this.tags = tags;
    }

    @GetMapping("/api/series")
    ResponseEntity<SeriesList> all() {
        return tags.ok(new SeriesList(series.all().stream().map(SeriesView::of).toList()));
    }

    record SeriesList(List<SeriesView> series) {}

    record SeriesView(String slug, String title, String cadence) {

        static SeriesView of(Series series) {
            return new SeriesView(
                    series.slug(), series.title(), series.cadence().name().toLowerCase(Locale.ROOT));
        }
    }
}
