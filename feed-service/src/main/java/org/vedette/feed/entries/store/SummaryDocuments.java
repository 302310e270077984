package org.vedette.feed.entries.store;

import java.util.List;
import org.bson.Document;
import org.vedette.feed.blog.Tlp;
import org.vedette.feed.entries.EntrySummary;

/** Reads the head of an entry from the fields that make it; the body stays in the store. */
final class SummaryDocuments {

    static final List<String> FIELDS = List.of(
            EntryDocuments.REVISION,
            EntryDocuments.SLUG,
            EntryDocuments.TITLE,
            EntryDocuments.STANDFIRST,
            EntryDocuments.EXCERPT,
            EntryDocuments.BYLINES,
            EntryDocuments.TAGS,
            EntryDocuments.SERIES,
            EntryDocuments.PERIOD,
            EntryDocuments.TLP,
            EntryDocuments.PUBLISHED_AT,
            EntryDocuments.REVISED_AT);

    private SummaryDocuments() {}

    static EntrySummary read(Document document) {
        return new EntrySummary(
                StoredFields.id(document),
                StoredFields.revision(document),
                StoredFields.slug(EntryDocuments.SLUG, document),
                StoredFields.text(EntryDocuments.TITLE, document),
                document.getString(EntryDocuments.STANDFIRST),
                StoredFields.text(EntryDocuments.EXCERPT, document),
                StoredFields.bylines(document),
                StoredFields.texts(EntryDocuments.TAGS, document),
                StoredFields.series(document),
                StoredFields.period(document),
                Tlp.of(StoredFields.text(EntryDocuments.TLP, document)),
                StoredFields.instant(EntryDocuments.PUBLISHED_AT, document),
                StoredFields.instant(EntryDocuments.REVISED_AT, document));
    }
}
