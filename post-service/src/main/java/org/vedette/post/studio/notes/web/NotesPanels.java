package org.vedette.post.studio.notes.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.notes.NoteService;
import org.vedette.post.notes.NoteThread;
import org.vedette.post.notes.NoteThread.Note;
import org.vedette.post.requests.Caller;
import org.vedette.post.studio.notes.web.NotesPanel.NoteRow;
import org.vedette.post.studio.notes.web.NotesPanel.ThreadRow;
import org.vedette.post.studio.web.SiteCalendar;
import org.vedette.post.studio.web.StudioPages;
import reactor.core.publisher.Mono;

/** Builds the panel of the notes on a post. */
@Component
public final class NotesPanels {

    private final NoteService notes;
    private final SiteCalendar calendar;

    NotesPanels(NoteService notes, SiteCalendar calendar) {
        this.notes = notes;
        this.calendar = calendar;
    }

    /** Signals what {@link NoteService} does where the caller may not read the notes. */
    public Mono<NotesPanel> of(PostId post, Caller caller) {
        return notes.of(post, caller).map(all -> panel(post, all));
    }

    private NotesPanel panel(PostId post, List<NoteThread> all) {
        return new NotesPanel(
                StudioPages.POSTS + "/" + post + "/notes",
                all.stream()
                        .filter(thread -> !thread.isResolved())
                        .map(this::row)
                        .toList(),
                all.stream().filter(NoteThread::isResolved).map(this::row).toList(),
                null,
                "");
    }

    private ThreadRow row(NoteThread thread) {
        var resolution = thread.resolution();
        return new ThreadRow(
                thread.id().toString(),
                resolution == null
                        ? null
                        : "Settled by " + resolution.by().name() + ", " + calendar.minute(resolution.at()),
                thread.notes().stream().map(this::row).toList());
    }

    private NoteRow row(Note note) {
        return new NoteRow(
                note.by().name(), calendar.minute(note.at()), note.text().value());
    }
}
