package org.vedette.post.series.web;

import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.post.series.Series;
import org.vedette.post.series.SeriesCatalogue;

/** The columns an editor may choose from. */
@RestController
final class SeriesController {

    private final SeriesCatalogue catalogue;

    SeriesController(SeriesCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/api/series")
    SeriesList all() {
        return new SeriesList(catalogue.all().stream().map(SeriesView::of).toList());
    }

    record SeriesList(List<SeriesView> series) {}

    record SeriesView(String slug, String title, String cadence) {

        static SeriesView of(Series series) {
            return new SeriesView(
                    series.slug(), series.title(), series.cadence().name().toLowerCase(Locale.ROOT));
        }
    }
}
