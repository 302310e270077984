package org.vedette.post.imports.store;

import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.vedette.post.imports.Import;
import org.vedette.post.imports.Import.Counts;
import org.vedette.post.imports.Import.ItemResult;
import org.vedette.post.imports.Import.Outcome;
import org.vedette.post.imports.Import.Readers;
import org.vedette.post.imports.Import.State;
import org.vedette.post.requests.Person;

/** Maps imports to documents; the only place that knows the field names. */
final class ImportDocuments {

    static final String ITEMS = "items";
    static final String STARTED_AT = "startedAt";

    private static final String STATE = "state";
    private static final String PUBLIC = "public";
    private static final String DRAFTS = "drafts";
    private static final String READERS = "readers";

    private ImportDocuments() {}

    static Document of(Import one) {
        return new Document("_id", one.id())
                .append("fileName", one.fileName())
                .append("format", one.format())
                .append("dryRun", one.isDryRun())
                .append(
                        "by",
                        new Document("id", one.by().id())
                                .append("name", one.by().name()))
                .append(STATE, one.state().name())
                .append("progress", one.progress())
                .append("created", one.counts().created())
                .append(PUBLIC, one.counts().publicPosts())
                .append(DRAFTS, one.counts().drafts())
                .append("skipped", one.counts().skipped())
                .append("failed", one.counts().failed())
                .append(ITEMS, one.items().stream().map(ImportDocuments::item).toList())
                .append("failure", one.failure())
                .append(STARTED_AT, Date.from(one.startedAt()))
                .append("updatedAt", Date.from(one.updatedAt()));
    }

    private static Document item(ItemResult item) {
        return new Document("location", item.location())
                .append("title", item.title())
                .append("outcome", item.outcome().name())
                .append("post", item.post())
                .append(READERS, item.readers() == null ? null : item.readers().name())
                .append("message", item.message());
    }

    static Import read(Document document) {
        var by = document.get("by", Document.class);
        return new Import(
                document.get("_id", UUID.class),
                document.getString("fileName"),
                document.getString("format"),
                document.getBoolean("dryRun", false),
                new Person(by.getString("id"), by.getString("name")),
                State.valueOf(document.getString(STATE)),
                document.getDouble("progress"),
                new Counts(
                        document.getInteger("created", 0),
                        document.getInteger(PUBLIC, 0),
                        document.getInteger(DRAFTS, 0),
                        document.getInteger("skipped", 0),
                        document.getInteger("failed", 0)),
                document.getList(ITEMS, Document.class, List.of()).stream()
                        .map(ImportDocuments::readItem)
                        .toList(),
                document.getString("failure"),
                document.getDate(STARTED_AT).toInstant(),
                document.getDate("updatedAt").toInstant());
    }

    private static ItemResult readItem(Document item) {
        return new ItemResult(
                item.getString("location"),
                item.getString("title"),
                Outcome.valueOf(item.getString("outcome")),
                item.get("post", UUID.class),
                item.getString(READERS) == null ? null : Readers.valueOf(item.getString(READERS)),
                item.getString("message"));
    }
}
