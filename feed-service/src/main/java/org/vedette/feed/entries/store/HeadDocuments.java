package org.vedette.feed.entries.store;

import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.vedette.feed.entries.EntryHead;
import org.vedette.feed.entries.Tlp;

/** Reads the head of an entry from the fields that make it; the body stays in the store. */
final class HeadDocuments {

    static final List<String> FIELDS = List.of(
            EntryDocuments.SLUG,
            EntryDocuments.TITLE,
            EntryDocuments.STANDFIRST,
            EntryDocuments.EXCERPT,
            EntryDocuments.BYLINES,
            EntryDocuments.TAGS,
            EntryDocuments.SERIES,
            EntryDocuments.PERIOD,
            EntryDocuments.TLP,
            EntryDocuments.PUBLISHED_AT);

    private HeadDocuments() {}

    static EntryHead read(Document document) {
        return new EntryHead(
                document.get(EntryDocuments.ID, UUID.class),
                document.getString(EntryDocuments.SLUG),
                document.getString(EntryDocuments.TITLE),
                document.getString(EntryDocuments.STANDFIRST),
                document.getString(EntryDocuments.EXCERPT),
                EntryDocuments.bylines(document),
                document.getList(EntryDocuments.TAGS, String.class),
                EntryDocuments.series(document),
                EntryDocuments.period(document),
                Tlp.of(document.getString(EntryDocuments.TLP)),
                EntryDocuments.instant(document, EntryDocuments.PUBLISHED_AT));
    }
}
