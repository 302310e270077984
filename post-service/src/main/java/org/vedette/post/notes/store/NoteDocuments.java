package org.vedette.post.notes.store;

import java.util.Date;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.notes.NoteThread;
import org.vedette.post.notes.NoteThread.Note;
import org.vedette.post.notes.NoteThread.Resolution;
import org.vedette.post.notes.Remark;
import org.vedette.post.requests.Person;

/** Maps threads of notes to documents; the only place that knows the field names. */
final class NoteDocuments {

    static final String ID = "_id";
    static final String POST = "post";
    static final String NOTES = "notes";
    static final String RESOLVED = "resolved";

    private NoteDocuments() {}

    static Document of(NoteThread thread) {
        return new Document(ID, thread.id())
                .append(POST, thread.post().value())
                .append(NOTES, thread.notes().stream().map(NoteDocuments::of).toList())
                .append(RESOLVED, of(thread.resolution()));
    }

    static Document of(Note note) {
        return signed(note.by(), Date.from(note.at()))
                .append("text", note.text().value());
    }

    static @Nullable Document of(@Nullable Resolution resolution) {
        return resolution == null ? null : signed(resolution.by(), Date.from(resolution.at()));
    }

    private static Document signed(Person by, Date at) {
        return new Document("by", by.id()).append("name", by.name()).append("at", at);
    }

    static NoteThread thread(Document document) {
        var resolved = document.get(RESOLVED, Document.class);
        return new NoteThread(
                document.get(ID, UUID.class),
                new PostId(document.get(POST, UUID.class)),
                document.getList(NOTES, Document.class).stream()
                        .map(NoteDocuments::note)
                        .toList(),
                resolved == null
                        ? null
                        : new Resolution(
                                person(resolved), resolved.getDate("at").toInstant()));
    }

    private static Note note(Document document) {
        return new Note(person(document), document.getDate("at").toInstant(), new Remark(document.getString("text")));
    }

    private static Person person(Document document) {
        return new Person(document.getString("by"), document.getString("name"));
    }
}
