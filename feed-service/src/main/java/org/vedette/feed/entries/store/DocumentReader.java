package org.vedette.feed.entries.store;

import java.util.function.BiConsumer;
import java.util.function.Function;
import org.bson.Document;
import org.vedette.feed.entries.ProjectedPost;
import org.vedette.feed.entries.UnreadableEntries;
import reactor.core.publisher.SynchronousSink;

/** Reads the documents of a projection version one by one: an unreadable one is reported and left out, and nothing else. */
final class DocumentReader {

    private final String version;
    private final UnreadableEntries unreadable;

    DocumentReader(String version, UnreadableEntries unreadable) {
        this.version = version;
        this.unreadable = unreadable;
    }

    /** Reads whole entries. */
    void read(Document document, SynchronousSink<ProjectedPost> sink) {
        try {
            var post = EntryDocuments.read(document);
            unreadable.resolve(version, post.id());
            sink.next(post);
        } catch (RuntimeException damaged) {
            report(document, damaged);
        }
    }

    /** Reads a part of each entry; that a part can be read does not say that the whole can. */
    <T> BiConsumer<Document, SynchronousSink<T>> part(Function<Document, T> part) {
        return (document, sink) -> {
            try {
                sink.next(part.apply(document));
            } catch (RuntimeException damaged) {
                report(document, damaged);
            }
        };
    }

    private void report(Document document, RuntimeException damaged) {
        unreadable.report(version, String.valueOf(document.get(EntryDocuments.ID)), damaged);
    }
}
