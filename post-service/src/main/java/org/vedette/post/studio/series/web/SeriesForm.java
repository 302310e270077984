package org.vedette.post.studio.series.web;

import java.util.Locale;
import java.util.Objects;
import org.springframework.util.MultiValueMap;
import org.vedette.post.series.StoredSeries;
import org.vedette.post.series.web.SeriesRequest;

/**
 * The fields of a series as somebody typed them.
 *
 * @param revision the one that was opened; empty for a new series
 */
public record SeriesForm(
        String revision, String slug, String title, String cadence, String introduction, boolean needsSecondPerson) {

    static final SeriesForm EMPTY = new SeriesForm("", "", "", "weekly", "", false);

    static SeriesForm of(MultiValueMap<String, String> fields) {
        return new SeriesForm(
                text("revision", fields),
                text("slug", fields),
                text("title", fields),
                text("cadence", fields),
                text("introduction", fields),
                !text("secondPerson", fields).isEmpty());
    }

    static SeriesForm of(StoredSeries stored) {
        var series = stored.series();
        return new SeriesForm(
                String.valueOf(stored.revision()),
                series.slug(),
                series.title(),
                series.cadence().name().toLowerCase(Locale.ROOT),
                Objects.requireNonNullElse(series.introduction(), ""),
                series.needsSecondPerson());
    }

    /** The same text on top of another revision. */
    SeriesForm on(long otherRevision) {
        return new SeriesForm(String.valueOf(otherRevision), slug, title, cadence, introduction, needsSecondPerson);
    }

    SeriesRequest request() {
        return new SeriesRequest(slug.isEmpty() ? null : slug, title, cadence, introduction, needsSecondPerson);
    }

    long expected() {
        return revision.matches("[1-9][0-9]{0,17}") ? Long.parseLong(revision) : 0;
    }

    private static String text(String name, MultiValueMap<String, String> fields) {
        return Objects.requireNonNullElse(fields.getFirst(name), "").strip();
    }
}
