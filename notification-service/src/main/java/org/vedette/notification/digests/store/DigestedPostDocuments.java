package org.vedette.notification.digests.store;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.vedette.events.Byline;
import org.vedette.events.Series;
import org.vedette.notification.digests.DigestedPost;
import org.vedette.notification.digests.DigestedPosts.ListedPost;

/** Converts between posts and documents. No other class knows the names of the fields. */
final class DigestedPostDocuments {

    static final String ID = "_id";
    static final String REVISION = "revision";
    static final String LISTED = "listed";
    static final String LISTED_AT = "listedAt";
    static final String DAY = "day";

    private static final String SLUG = "slug";
    private static final String TITLE = "title";
    private static final String SUMMARY = "summary";
    private static final String BYLINES = "bylines";
    private static final String NAME = "name";
    private static final String AFFILIATION = "affiliation";
    private static final String SERIES = "series";
    private static final String TAGS = "tags";
    private static final String PUBLISHED_AT = "publishedAt";
    private static final String LANGUAGE = "language";

    private DigestedPostDocuments() {}

    /** Sets everything that a revision may change. */
    static Bson listing(DigestedPost post) {
        return combine(
                set(REVISION, post.revision()),
                set(LISTED, true),
                set(SLUG, post.slug()),
                set(TITLE, post.title()),
                set(SUMMARY, post.summary()),
                set(
                        BYLINES,
                        post.bylines().stream()
                                .map(DigestedPostDocuments::byline)
                                .toList()),
                set(SERIES, series(post.series())),
                set(TAGS, post.tags()),
                set(PUBLISHED_AT, Date.from(post.publishedAt())),
                set(LANGUAGE, post.language()));
    }

    static ListedPost toListed(Document document) {
        var post = new DigestedPost(
                id(document),
                document.getLong(REVISION),
                document.getString(SLUG),
                document.getString(TITLE),
                document.getString(SUMMARY),
                bylines(document),
                series(document.get(SERIES, Document.class)),
                document.getList(TAGS, String.class),
                document.getDate(PUBLISHED_AT).toInstant(),
                document.getString(LANGUAGE));
        return new ListedPost(post, listedAt(document));
    }

    static UUID id(Document document) {
        return document.get(ID, UUID.class);
    }

    static Instant listedAt(Document document) {
        return document.getDate(LISTED_AT).toInstant();
    }

    private static Document byline(Byline byline) {
        return new Document(NAME, byline.name()).append(AFFILIATION, byline.affiliation());
    }

    private static List<Byline> bylines(Document document) {
        return document.getList(BYLINES, Document.class).stream()
                .map(byline -> new Byline(byline.getString(NAME), byline.getString(AFFILIATION)))
                .toList();
    }

    private static @Nullable Document series(@Nullable Series series) {
        return series == null ? null : new Document(SLUG, series.slug()).append(TITLE, series.title());
    }

    private static @Nullable Series series(@Nullable Document document) {
        return document == null ? null : new Series(document.getString(SLUG), document.getString(TITLE));
    }
}
