package org.vedette.post.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.notes.NoteThread.Note;
import org.vedette.post.notes.NoteThread.Resolution;
import org.vedette.post.requests.Person;
import reactor.core.publisher.Mono;

/** The contract of {@link NoteThreads}, run against each implementation. */
public abstract class NoteThreadsContract {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Instant THEN = Instant.parse("2026-11-02T09:30:00.123Z");
    private static final Person ADA = new Person("ada", "Ada Example");

    private final PostId post = new PostId(UUID.randomUUID());

    protected abstract NoteThreads threads();

    @Test
    void threadsAreFoundAsTheyWereAddedTheOldestFirst() {
        var first = thread("The second paragraph is wrong.", THEN);
        var second = thread("Where is the table?\nIt was here.", THEN.plusMillis(1));
        done(threads().add(first));
        done(threads().add(second));

        assertThat(all(post)).containsExactly(first, second);
        assertThat(all(new PostId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void aReplyIsAddedToItsThread() {
        var thread = thread("Wrong.", THEN);
        done(threads().add(thread));
        var reply = new Note(new Person("ben", "Ben"), THEN.plusMillis(5), new Remark("Mended."));

        var replied = threads().reply(post, thread.id(), reply).blockOptional(TIMEOUT);

        assertThat(replied.orElseThrow().notes()).endsWith(reply).hasSize(2);
        assertThat(all(post)).containsExactly(replied.orElseThrow());
    }

    @Test
    void aThreadIsSettledAndOpenedAgain() {
        var thread = thread("Wrong.", THEN);
        done(threads().add(thread));
        var resolution = new Resolution(ADA, THEN.plusMillis(9));

        var settled = threads().resolve(post, thread.id(), resolution).blockOptional(TIMEOUT);
        var open = threads().resolve(post, thread.id(), null).blockOptional(TIMEOUT);

        assertThat(settled.orElseThrow().resolution()).isEqualTo(resolution);
        assertThat(open).contains(thread);
    }

    @Test
    void theThreadOfAnotherPostIsNotFound() {
        var thread = thread("Wrong.", THEN);
        done(threads().add(thread));
        var other = new PostId(UUID.randomUUID());

        assertThat(threads().reply(other, thread.id(), thread.notes().get(0)).blockOptional(TIMEOUT))
                .isEmpty();
        assertThat(threads().resolve(other, thread.id(), null).blockOptional(TIMEOUT))
                .isEmpty();
        assertThat(all(post)).containsExactly(thread);
    }

    @Test
    void theThreadsOfADeletedPostAreDeleted() {
        done(threads().add(thread("Wrong.", THEN)));

        done(threads().deleteAll(post));

        assertThat(all(post)).isEmpty();
    }

    private NoteThread thread(String text, Instant at) {
        return new NoteThread(UUID.randomUUID(), post, List.of(new Note(ADA, at, new Remark(text))), null);
    }

    private List<NoteThread> all(PostId id) {
        return threads().of(id).collectList().blockOptional(TIMEOUT).orElseThrow();
    }

    private static void done(Mono<Void> action) {
        action.block(TIMEOUT);
    }
}
