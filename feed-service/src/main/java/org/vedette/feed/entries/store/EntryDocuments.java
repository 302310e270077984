package org.vedette.feed.entries.store;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.vedette.events.Byline;
import org.vedette.events.Correction;
import org.vedette.events.Period;
import org.vedette.events.PublicPost;
import org.vedette.events.Series;
import org.vedette.feed.blog.Language;
import org.vedette.feed.blog.Tlp;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.entries.EntrySummary;
import org.vedette.feed.entries.ProjectedPost;
import org.vedette.feed.entries.Tombstone;
import org.vedette.feed.timeline.Position;

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
    static final String AUTHOR = "author";
    static final String FORMER_AUTHORS = "formerAuthors";
    static final String PERIOD = "period";

    private static final String WITHDRAWAL_REASON = "withdrawalReason";
    private static final String HTML = "html";
    private static final String TEXT = "text";
    static final String TAGS = "tags";
    static final String REVISED_AT = "revisedAt";
    private static final String LANGUAGE = "language";
    private static final String CORRECTION = "correction";
    static final String CORRECTIONS = "corrections";
    private static final String METADATA = "metadata";

    /** The fields that make a position. */
    static final List<String> POSITION =
            List.of(REVISION, SLUG, FORMER_SLUGS, SERIES, TAGS, BYLINES, TLP, PUBLISHED_AT, REVISED_AT, METADATA);

    /** The fields that make a summary; the body stays in the store. */
    static final List<String> SUMMARY = List.of(
            REVISION,
            SLUG,
            TITLE,
            STANDFIRST,
            EXCERPT,
            BYLINES,
            TAGS,
            SERIES,
            PERIOD,
            TLP,
            PUBLISHED_AT,
            REVISED_AT,
            LANGUAGE);

    private EntryDocuments() {}

    static Document write(ProjectedPost post) {
        var document = new Document(ID, post.id())
                .append(REVISION, post.revision())
                .append(SLUG, post.slug())
                .append(FORMER_SLUGS, post.formerSlugs())
                .append(CHANGED_AT, Date.from(post.changedAt()));
        if (post instanceof Tombstone withdrawn) {
            return document.append(WITHDRAWAL_REASON, withdrawn.reason())
                    .append(TLP, withdrawn.tlp().word());
        }
        return writeEntry((Entry) post, document);
    }

    /**
     * Reads a post.
     *
     * @param siteLanguage language of an entry that names none
     */
    static ProjectedPost read(Document document, Language siteLanguage) {
        return isEntry(document) ? readEntry(document, siteLanguage) : readTombstone(document);
    }

    static boolean isEntry(Document document) {
        return document.containsKey(TITLE);
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
                .append(LANGUAGE, post.language())
                .append(CORRECTION, entry.correction())
                .append(
                        CORRECTIONS,
                        post.corrections().stream().map(EntryDocuments::write).toList())
                .append(METADATA, MetadataDocuments.write(post.metadata()));
    }

    private static Document write(Byline byline) {
        return new Document("name", byline.name())
                .append("affiliation", byline.affiliation())
                .append(AUTHOR, byline.author())
                .append(FORMER_AUTHORS, byline.formerAuthors());
    }

    private static Document write(Correction correction) {
        return new Document("date", Date.from(correction.date())).append("text", correction.text());
    }

    private static @Nullable Document write(@Nullable Series series) {
        return series == null
                ? null
                : new Document("slug", series.slug())
                        .append("title", series.title())
                        .append("introduction", series.introduction());
    }

    private static @Nullable Document write(@Nullable Period period) {
        return period == null
                ? null
                : new Document("from", period.from().toString())
                        .append("to", period.to().toString());
    }

    private static Tombstone readTombstone(Document document) {
        return new Tombstone(
                StoredFields.id(document),
                StoredFields.revision(document),
                StoredFields.slug(SLUG, document),
                StoredFields.texts(FORMER_SLUGS, document),
                document.getString(WITHDRAWAL_REASON),
                StoredFields.instant(CHANGED_AT, document),
                tlpOfTombstone(document));
    }

    private static Entry readEntry(Document document, Language siteLanguage) {
        return new Entry(
                readPost(document, siteLanguage),
                document.getString(CORRECTION),
                StoredFields.instant(CHANGED_AT, document));
    }

    private static PublicPost readPost(Document document, Language siteLanguage) {
        return new PublicPost(
                        StoredFields.id(document),
                        StoredFields.revision(document),
                        StoredFields.slug(SLUG, document),
                        StoredFields.texts(FORMER_SLUGS, document),
                        StoredFields.text(TITLE, document),
                        document.getString(STANDFIRST),
                        StoredFields.text(HTML, document),
                        StoredFields.text(TEXT, document),
                        StoredFields.text(EXCERPT, document),
                        StoredFields.bylines(document),
                        StoredFields.texts(TAGS, document),
                        StoredFields.series(document),
                        StoredFields.period(document),
                        StoredFields.text(TLP, document),
                        StoredFields.instant(PUBLISHED_AT, document),
                        StoredFields.instant(REVISED_AT, document),
                        StoredFields.corrections(document),
                        readLanguage(document, siteLanguage).tag())
                .withMetadata(MetadataDocuments.read(document.get(METADATA, Document.class)));
    }

    static EntrySummary readSummary(Document document, Language siteLanguage) {
        return new EntrySummary(
                StoredFields.id(document),
                StoredFields.revision(document),
                StoredFields.slug(SLUG, document),
                StoredFields.text(TITLE, document),
                document.getString(STANDFIRST),
                StoredFields.text(EXCERPT, document),
                StoredFields.bylines(document),
                StoredFields.texts(TAGS, document),
                StoredFields.series(document),
                StoredFields.period(document),
                Tlp.of(StoredFields.text(TLP, document)),
                StoredFields.instant(PUBLISHED_AT, document),
                StoredFields.instant(REVISED_AT, document),
                readLanguage(document, siteLanguage));
    }

    private static Language readLanguage(Document document, Language siteLanguage) {
        var tag = document.getString(LANGUAGE);
        return tag == null ? siteLanguage : new Language(tag);
    }

    static Position readPosition(Document document) {
        var isEntry = document.containsKey(PUBLISHED_AT);
        var series = StoredFields.series(document);
        List<Byline> bylines = isEntry ? StoredFields.bylines(document) : List.of();
        return new Position(
                StoredFields.id(document),
                StoredFields.revision(document),
                StoredFields.slug(SLUG, document),
                StoredFields.texts(FORMER_SLUGS, document),
                series == null ? null : series.slug(),
                isEntry ? StoredFields.texts(TAGS, document) : List.of(),
                Entry.authors(bylines),
                Entry.formerAuthors(bylines),
                isEntry ? Tlp.of(StoredFields.text(TLP, document)) : tlpOfTombstone(document),
                optionalInstant(PUBLISHED_AT, document),
                optionalInstant(REVISED_AT, document),
                MetadataDocuments.hasCanonicalUrl(document.get(METADATA, Document.class)));
    }

    /** Earlier versions stored none. */
    private static Tlp tlpOfTombstone(Document document) {
        return document.containsKey(TLP) ? Tlp.of(StoredFields.text(TLP, document)) : Tlp.CLEAR;
    }

    private static @Nullable Instant optionalInstant(String field, Document document) {
        return document.containsKey(field) ? StoredFields.instant(field, document) : null;
    }
}
