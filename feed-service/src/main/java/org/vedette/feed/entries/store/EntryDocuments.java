package org.vedette.feed.entries.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.vedette.events.Byline;
import org.vedette.events.Period;
import org.vedette.events.PublicPost;
import org.vedette.events.Series;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.entries.Projected;
import org.vedette.feed.entries.Tombstone;

/** The only place that knows the fields of an entry in the store. A tombstone is a document without a title. */
final class EntryDocuments {

    static final String ID = "_id";
    static final String REVISION = "revision";
    static final String SLUG = "slug";
    static final String FORMER_SLUGS = "formerSlugs";
    static final String CHANGED_AT = "changedAt";
    static final String SERIES = "series";
    static final String TLP = "tlp";
    static final String PUBLISHED_AT = "publishedAt";
    static final String TITLE = "title";
    static final String STANDFIRST = "standfirst";
    static final String EXCERPT = "excerpt";
    static final String BYLINES = "bylines";
    static final String PERIOD = "period";

    private static final String WITHDRAWAL_REASON = "withdrawalReason";
    private static final String HTML = "html";
    private static final String TEXT = "text";
    static final String TAGS = "tags";
    private static final String REVISED_AT = "revisedAt";
    private static final String CORRECTION = "correction";

    private EntryDocuments() {}

    static Document write(Projected projected) {
        var document = new Document(ID, projected.id())
                .append(REVISION, projected.revision())
                .append(SLUG, projected.slug())
                .append(FORMER_SLUGS, projected.formerSlugs())
                .append(CHANGED_AT, Date.from(projected.changedAt()));
        if (projected instanceof Tombstone gone) {
            return document.append(WITHDRAWAL_REASON, gone.reason());
        }
        return writeEntry((Entry) projected, document);
    }

    static Projected read(Document document) {
        return isEntry(document) ? readEntry(document) : readTombstone(document);
    }

    static boolean isEntry(Document document) {
        return document.containsKey(TITLE);
    }

    static Instant instant(Document document, String field) {
        return document.getDate(field).toInstant();
    }

    private static Document writeEntry(Entry entry, Document document) {
        var post = entry.post();
        return document.append(TITLE, post.title())
                .append(STANDFIRST, post.standfirst())
                .append(HTML, post.html())
                .append(TEXT, post.text())
                .append(EXCERPT, post.excerpt())
                .append(
                        BYLINES,
                        post.bylines().stream().map(EntryDocuments::write).toList())
                .append(TAGS, post.tags())
                .append(SERIES, write(post.series()))
                .append(PERIOD, write(post.period()))
                .append(TLP, post.tlp())
                .append(PUBLISHED_AT, Date.from(post.publishedAt()))
                .append(REVISED_AT, Date.from(post.revisedAt()))
                .append(CORRECTION, entry.correction());
    }

    private static Document write(Byline byline) {
        return new Document("name", byline.name()).append("affiliation", byline.affiliation());
    }

    private static @Nullable Document write(@Nullable Series series) {
        return series == null ? null : new Document("slug", series.slug()).append("title", series.title());
    }

    private static @Nullable Document write(@Nullable Period period) {
        return period == null
                ? null
                : new Document("from", period.from().toString())
                        .append("to", period.to().toString());
    }

    private static Tombstone readTombstone(Document document) {
        return new Tombstone(
                document.get(ID, UUID.class),
                document.getLong(REVISION),
                document.getString(SLUG),
                document.getList(FORMER_SLUGS, String.class),
                document.getString(WITHDRAWAL_REASON),
                instant(document, CHANGED_AT));
    }

    private static Entry readEntry(Document document) {
        return new Entry(readPost(document), document.getString(CORRECTION), instant(document, CHANGED_AT));
    }

    private static PublicPost readPost(Document document) {
        return new PublicPost(
                document.get(ID, UUID.class),
                document.getLong(REVISION),
                document.getString(SLUG),
                document.getList(FORMER_SLUGS, String.class),
                document.getString(TITLE),
                document.getString(STANDFIRST),
                document.getString(HTML),
                document.getString(TEXT),
                document.getString(EXCERPT),
                bylines(document),
                document.getList(TAGS, String.class),
                series(document),
                period(document),
                document.getString(TLP),
                instant(document, PUBLISHED_AT),
                instant(document, REVISED_AT));
    }

    static List<Byline> bylines(Document document) {
        return document.getList(BYLINES, Document.class).stream()
                .map(byline -> new Byline(byline.getString("name"), byline.getString("affiliation")))
                .toList();
    }

    static @Nullable Series series(Document document) {
        var series = document.get(SERIES, Document.class);
        return series == null ? null : new Series(series.getString("slug"), series.getString("title"));
    }

    static @Nullable Period period(Document document) {
        var period = document.get(PERIOD, Document.class);
        return period == null
                ? null
                : new Period(LocalDate.parse(period.getString("from")), LocalDate.parse(period.getString("to")));
    }
}
