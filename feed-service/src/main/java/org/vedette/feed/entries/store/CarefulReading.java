package org.vedette.feed.entries.store;

import java.util.function.BiConsumer;
import java.util.function.Function;
import org.bson.Document;
import org.vedette.feed.entries.ProjectedPost;
import org.vedette.feed.entries.UnreadableEntries;
import reactor.core.publisher.SynchronousSink;

/** Reads the documents of an edition one by one: what cannot be read is left out, and nothing else is. */
final class CarefulReading {

    private final String edition;
    private final UnreadableEntries unreadable;

    CarefulReading(String edition, UnreadableEntries unreadable) {
        this.edition = edition;
        this.unreadable = unreadable;
    }

    /** Passes on the whole entry. */
    void entry(Document document, SynchronousSink<ProjectedPost> sink) {
        try {
            var entry = EntryDocuments.read(document);
            unreadable.resolve(edition, entry.id());
            sink.next(entry);
        } catch (RuntimeException broken) {
            leaveOut(document, broken);
        }
    }

    /** Passes on a part of each entry; that one can be read does not say that the whole can. */
    <T> BiConsumer<Document, SynchronousSink<T>> part(Function<Document, T> part) {
        return (document, sink) -> {
            try {
                sink.next(part.apply(document));
            } catch (RuntimeException broken) {
                leaveOut(document, broken);
            }
        };
    }

    private void leaveOut(Document document, RuntimeException broken) {
        unreadable.report(edition, String.valueOf(document.get(EntryDocuments.ID)), broken);
    }
}
