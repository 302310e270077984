package org.vedette.feed.entries.store;

import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.blog.Tlp;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.timeline.Position;

/** Reads a position from the few fields of an entry that make it. */
final class PositionDocuments {

    static final List<String> FIELDS = List.of(
            EntryDocuments.REVISION,
            EntryDocuments.SLUG,
            EntryDocuments.FORMER_SLUGS,
            EntryDocuments.SERIES,
            EntryDocuments.TAGS,
            EntryDocuments.BYLINES,
            EntryDocuments.TLP,
            EntryDocuments.PUBLISHED_AT,
            EntryDocuments.REVISED_AT);

    private PositionDocuments() {}

    static Position read(Document document) {
        var isEntry = document.containsKey(EntryDocuments.PUBLISHED_AT);
        var series = StoredFields.series(document);
        return new Position(
                StoredFields.id(document),
                StoredFields.revision(document),
                StoredFields.slug(EntryDocuments.SLUG, document),
                StoredFields.texts(EntryDocuments.FORMER_SLUGS, document),
                series == null ? null : series.slug(),
                isEntry ? StoredFields.texts(EntryDocuments.TAGS, document) : List.of(),
                isEntry ? Entry.authors(StoredFields.bylines(document)) : List.of(),
                isEntry ? Tlp.of(StoredFields.text(EntryDocuments.TLP, document)) : Tlp.CLEAR,
                instant(document, EntryDocuments.PUBLISHED_AT),
                instant(document, EntryDocuments.REVISED_AT));
    }

    private static @Nullable Instant instant(Document document, String field) {
        return document.containsKey(field) ? StoredFields.instant(field, document) : null;
    }
}
