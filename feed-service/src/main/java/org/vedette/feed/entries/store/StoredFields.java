package org.vedette.feed.entries.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.vedette.events.Byline;
import org.vedette.events.Correction;
import org.vedette.events.Period;
import org.vedette.events.PostContract;
import org.vedette.events.Series;

/**
 * Reads the fields of a document, or fails with the name of the field that is missing or damaged. Whole entries, their
 * positions and their summaries are all read through here, so that a field that spoils one spoils all.
 */
final class StoredFields {

    private StoredFields() {}

    static UUID id(Document document) {
        return required(EntryDocuments.ID, document, UUID.class);
    }

    static long revision(Document document) {
        return required(EntryDocuments.REVISION, document, Long.class);
    }

    static String text(String field, Document document) {
        return required(field, document, String.class);
    }

    static List<String> texts(String field, Document document) {
        var texts = document.getList(field, String.class);
        require(texts != null && texts.stream().allMatch(Objects::nonNull), field, "is missing, or has a null in it");
        return texts;
    }

    /** Reads a part of an address. */
    static String slug(String field, Document document) {
        var slug = text(field, document);
        require(PostContract.isSlug(slug), field, "is no slug");
        return slug;
    }

    static Instant instant(String field, Document document) {
        var instant = required(field, document, Date.class).toInstant();
        require(PostContract.isRfc3339Time(instant), field, "is not in the years 1 to 9999");
        return instant;
    }

    static List<Byline> bylines(Document document) {
        var bylines = document.getList(EntryDocuments.BYLINES, Document.class);
        require(bylines != null, EntryDocuments.BYLINES, "is missing");
        return bylines.stream().map(StoredFields::byline).toList();
    }

    /** Documents of earlier versions have no slugs. */
    private static Byline byline(Document byline) {
        var author = byline.getString(EntryDocuments.AUTHOR);
        require(author == null || PostContract.isAuthorSlug(author), EntryDocuments.AUTHOR, "is no slug of an author");
        return new Byline(
                text("name", byline),
                byline.getString("affiliation"),
                author,
                byline.getList(EntryDocuments.FORMER_AUTHORS, String.class, List.of()));
    }

    /** Documents of earlier versions have none. */
    static List<Correction> corrections(Document document) {
        return document.getList(EntryDocuments.CORRECTIONS, Document.class, List.of()).stream()
                .map(note -> new Correction(instant("date", note), text("text", note)))
                .toList();
    }

    static @Nullable Series series(Document document) {
        var series = document.get(EntryDocuments.SERIES, Document.class);
        return series == null
                ? null
                : new Series(slug("slug", series), text("title", series), series.getString("introduction"));
    }

    static @Nullable Period period(Document document) {
        var period = document.get(EntryDocuments.PERIOD, Document.class);
        return period == null
                ? null
                : new Period(LocalDate.parse(text("from", period)), LocalDate.parse(text("to", period)));
    }

    private static <T> T required(String field, Document document, Class<T> type) {
        var value = document.get(field, type);
        require(value != null, field, "is missing");
        return value;
    }

    private static void require(boolean condition, String field, String violation) {
        if (!condition) {
            throw new IllegalStateException(field + " " + violation);
        }
    }
}
