package org.vedette.post.renaming.store;

import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.vedette.post.renaming.Renaming;
import org.vedette.post.renaming.Renaming.Kind;
import org.vedette.post.renaming.Renaming.Refused;
import org.vedette.post.renaming.Renaming.State;
import org.vedette.post.requests.Person;

/** Maps renamings to documents; the only place that knows the field names. */
final class RenamingDocuments {

    static final String STARTED_AT = "startedAt";

    /** True until it is finished, then absent. */
    static final String OPEN = "open";

    private RenamingDocuments() {}

    static Document of(Renaming one) {
        var document = new Document("_id", one.id())
                .append("kind", one.kind().name())
                .append("from", one.from())
                .append("to", one.to())
                .append(
                        "by",
                        new Document("id", one.by().id())
                                .append("name", one.by().name()))
                .append("state", one.state().name())
                .append("total", one.total())
                .append("changed", one.changed())
                .append(
                        "refused",
                        one.refused().stream().map(RenamingDocuments::of).toList())
                .append(STARTED_AT, Date.from(one.startedAt()))
                .append("updatedAt", Date.from(one.updatedAt()));
        return one.isOpen() ? document.append(OPEN, true) : document;
    }

    private static Document of(Refused refused) {
        return new Document("post", refused.post())
                .append("title", refused.title())
                .append("reason", refused.reason());
    }

    static Renaming read(Document document) {
        var by = document.get("by", Document.class);
        return new Renaming(
                document.get("_id", UUID.class),
                Kind.valueOf(document.getString("kind")),
                document.getString("from"),
                document.getString("to"),
                new Person(by.getString("id"), by.getString("name")),
                State.valueOf(document.getString("state")),
                document.getInteger("total", 0),
                document.getInteger("changed", 0),
                document.getList("refused", Document.class, List.of()).stream()
                        .map(each -> new Refused(
                                each.get("post", UUID.class), each.getString("title"), each.getString("reason")))
                        .toList(),
                document.getDate(STARTED_AT).toInstant(),
                document.getDate("updatedAt").toInstant());
    }
}
