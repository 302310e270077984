package org.vedette.feed.entries.store;

import java.util.function.Function;
import org.bson.Document;
import org.vedette.feed.blog.Language;
import org.vedette.feed.entries.EntrySummary;
import org.vedette.feed.entries.ProjectedPost;
import org.vedette.feed.entries.UnreadableEntries;
import org.vedette.feed.timeline.Position;
import reactor.core.publisher.SynchronousSink;

/** Reads the documents of a projection version one by one: an unreadable one is reported and left out, and nothing else. */
final class DocumentReader {

    private final String version;
    private final UnreadableEntries unreadable;
    private final Language siteLanguage;

    DocumentReader(String version, UnreadableEntries unreadable, Language siteLanguage) {
        this.version = version;
        this.unreadable = unreadable;
        this.siteLanguage = siteLanguage;
    }

    /** Reads whole entries. */
    void read(Document document, SynchronousSink<ProjectedPost> sink) {
        try {
            var post = EntryDocuments.read(document, siteLanguage);
            unreadable.resolve(version, post.id());
            sink.next(post);
        } catch (RuntimeException damaged) {
            report(document, damaged);
        }
    }

    /** Reads what lists show of an entry. */
    void readSummary(Document document, SynchronousSink<EntrySummary> sink) {
        readPart(document, sink, part -> EntryDocuments.readSummary(part, siteLanguage));
    }

    /** Reads the position of an entry. */
    void readPosition(Document document, SynchronousSink<Position> sink) {
        readPart(document, sink, EntryDocuments::readPosition);
    }

    /** That a part can be read does not say that the whole can. */
    private <T> void readPart(Document document, SynchronousSink<T> sink, Function<Document, T> part) {
        try {
            sink.next(part.apply(document));
        } catch (RuntimeException damaged) {
            report(document, damaged);
        }
    }

    private void report(Document document, RuntimeException damaged) {
        unreadable.report(version, String.valueOf(document.get(EntryDocuments.ID)), damaged);
    }
}
