package org.vedette.feed.content.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.Scope;
import org.vedette.feed.content.ContentService.SeriesSummary;

/** A series and its newest issue. */
@Schema(name = "SeriesSummary")
record SeriesView(String slug, String title, String permalink, int issues, PostView latest) {

    static SeriesView of(SeriesSummary summary, Blog blog) {
        var series = summary.series();
        var page = blog.address(Scope.series(series.slug()).page());
        return new SeriesView(
                series.slug(), series.title(), page, summary.issues(), PostView.of(summary.latest(), blog));
    }
}
