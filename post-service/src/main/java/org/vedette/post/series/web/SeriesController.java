package org.vedette.post.series.web;

import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.post.series.Series;
import org.vedette.post.series.SeriesRegistry;

/** The API of the series. */
@RestController
final class SeriesController {

    private final SeriesRegistry series;

    SeriesController(SeriesRegistry series) {
        this.series = series;
    }

    @GetMapping("/api/series")
    SeriesList all() {
        return new SeriesList(series.all().stream().map(SeriesView::of).toList());
    }

    record SeriesList(List<SeriesView> series) {}

    record SeriesView(String slug, String title, String cadence) {

        static SeriesView of(Series series) {
            return new SeriesView(
                    series.slug(), series.title(), series.cadence().name().toLowerCase(Locale.ROOT));
        }
    }
}
