package org.vedette.post.series.store;

import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.bson.Document;
import org.vedette.post.series.Cadence;
import org.vedette.post.series.Series;
import org.vedette.post.series.StoredSeries;
import org.vedette.post.series.StoredSeries.FormerTitle;

/** Maps series to documents; the only place that knows the field names. */
final class SeriesDocuments {

    /** The slug. */
    static final String ID = "_id";

    static final String REVISION = "revision";

    /** True for a series that was deleted, of which nothing else is left; absent in all others. */
    static final String DELETED = "deleted";

    private SeriesDocuments() {}

    static Document deleted(String slug) {
        return new Document(ID, slug).append(DELETED, true);
    }

    static Document of(StoredSeries stored) {
        var series = stored.series();
        return new Document(ID, series.slug())
                .append(REVISION, stored.revision())
                .append("position", stored.position())
                .append("title", series.title())
                .append("cadence", series.cadence().name().toLowerCase(Locale.ROOT))
                .append("introduction", series.introduction())
                .append("secondPerson", series.needsSecondPerson())
                .append(
                        "formerTitles",
                        stored.formerTitles().stream().map(SeriesDocuments::of).toList());
    }

    private static Document of(FormerTitle former) {
        return new Document("title", former.title()).append("until", Date.from(former.until()));
    }

    static StoredSeries series(Document document) {
        return new StoredSeries(
                new Series(
                        document.getString(ID),
                        document.getString("title"),
                        Cadence.valueOf(document.getString("cadence").toUpperCase(Locale.ROOT)),
                        document.getString("introduction"),
                        document.getBoolean("secondPerson", false)),
                document.getLong(REVISION),
                document.getLong("position"),
                document.getList("formerTitles", Document.class, List.of()).stream()
                        .map(former -> new FormerTitle(
                                former.getString("title"),
                                former.getDate("until").toInstant()))
                        .toList());
    }
}
