package org.vedette.feed.serving.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.vedette.events.Series;

/**
 * The series of a post as programs read it.
 *
 * @param slug last path segment of its address
 * @param title what readers see
 */
@Schema(name = "Series")
public record SeriesName(String slug, String title) {

    public static @Nullable SeriesName of(@Nullable Series series) {
        return series == null ? null : new SeriesName(series.slug(), series.title());
    }
}
