package org.vedette.feed.entries.store;

import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.vedette.feed.entries.Position;
import org.vedette.feed.entries.Tlp;

/** Reads a position from the few fields of an entry that make it. */
final class PositionDocuments {

    static final List<String> FIELDS = List.of(
            EntryDocuments.REVISION,
            EntryDocuments.SLUG,
            EntryDocuments.FORMER_SLUGS,
            EntryDocuments.SERIES,
            EntryDocuments.TLP,
            EntryDocuments.PUBLISHED_AT,
            EntryDocuments.CHANGED_AT);

    private PositionDocuments() {}

    static Position read(Document document) {
        var series = document.get(EntryDocuments.SERIES, Document.class);
        var tlp = document.getString(EntryDocuments.TLP);
        return new Position(
                document.get(EntryDocuments.ID, UUID.class),
                document.getLong(EntryDocuments.REVISION),
                document.getString(EntryDocuments.SLUG),
                document.getList(EntryDocuments.FORMER_SLUGS, String.class),
                series == null ? null : series.getString("slug"),
                tlp == null ? Tlp.CLEAR : Tlp.of(tlp),
                document.containsKey(EntryDocuments.PUBLISHED_AT)
                        ? EntryDocuments.instant(document, EntryDocuments.PUBLISHED_AT)
                        : null,
                EntryDocuments.instant(document, EntryDocuments.CHANGED_AT));
    }
}
