package org.vedette.post.notes;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.vedette.post.content.InvalidValueException;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.notes.NoteException.InvalidNoteException;
import org.vedette.post.notes.NoteException.TooManyNotesException;
import org.vedette.post.notes.NoteException.UnknownThreadException;
import org.vedette.post.notes.NoteThread.Note;
import org.vedette.post.notes.NoteThread.Resolution;
import org.vedette.post.publishing.AccessRules;
import org.vedette.post.publishing.IdGenerator;
import org.vedette.post.publishing.PublishingService;
import org.vedette.post.requests.Caller;
import reactor.core.publisher.Mono;

/** Notes on posts, by and for those who may read the history of the post. They are no part of it, and make no revision. */
public final class NoteService {

    static final int MAX_THREADS = 100;
    static final int MAX_NOTES = 100;

    private final NoteThreads threads;
    private final PublishingService publishing;
    private final AccessRules access;
    private final Clock clock;
    private final IdGenerator ids;

    /** @param clock must tick in milliseconds: the store keeps no more */
    public NoteService(
            NoteThreads threads, PublishingService publishing, AccessRules access, Clock clock, IdGenerator ids) {
        this.threads = threads;
        this.publishing = publishing;
        this.access = access;
        this.clock = clock;
        this.ids = ids;
    }

    /** All threads on a post, oldest first. */
    public Mono<List<NoteThread>> of(PostId post, Caller caller) {
        return permitted(post, caller).then(threads.of(post).collectList());
    }

    /** Begins a thread. */
    public Mono<NoteThread> add(PostId post, String text, Caller caller) {
        return of(post, caller)
                .flatMap(all -> all.size() < MAX_THREADS
                        ? begin(post, remark(text), caller)
                        : Mono.error(new TooManyNotesException("The post", MAX_THREADS)));
    }

    private Mono<NoteThread> begin(PostId post, Remark text, Caller caller) {
        var thread = new NoteThread(ids.next(), post, List.of(note(text, caller)), null);
        return threads.add(thread).thenReturn(thread);
    }

    public Mono<NoteThread> reply(PostId post, UUID thread, String text, Caller caller) {
        return of(post, caller)
                .flatMapIterable(all -> all)
                .filter(each -> each.id().equals(thread))
                .next()
                .flatMap(found -> found.notes().size() < MAX_NOTES
                        ? threads.reply(post, thread, note(remark(text), caller))
                        : Mono.error(new TooManyNotesException("The thread", MAX_NOTES)))
                .switchIfEmpty(Mono.error(UnknownThreadException::new));
    }

    /** Settles a thread, or opens it again. */
    public Mono<NoteThread> resolve(PostId post, UUID thread, boolean resolved, Caller caller) {
        return permitted(post, caller)
                .then(threads.resolve(post, thread, resolved ? new Resolution(caller.person(), clock.instant()) : null))
                .switchIfEmpty(Mono.error(UnknownThreadException::new));
    }

    private static Remark remark(String text) {
        try {
            return new Remark(text);
        } catch (InvalidValueException invalid) {
            throw new InvalidNoteException(String.valueOf(invalid.getMessage()));
        }
    }

    private Note note(Remark text, Caller caller) {
        return new Note(caller.person(), clock.instant(), text);
    }

    private Mono<Post> permitted(PostId id, Caller caller) {
        return publishing.find(id, caller).flatMap(post -> access.requireHistory(post, caller));
    }
}
