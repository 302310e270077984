package org.vedette.post.renaming;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.uuid.Generators;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vedette.post.renaming.Renaming.Kind;
import org.vedette.post.renaming.Renaming.Refused;
import org.vedette.post.renaming.Renaming.State;
import org.vedette.post.requests.Person;
import reactor.core.publisher.Mono;

/** The contract of {@link Renamings}, run against each implementation. */
public abstract class RenamingsContract {

    private static final Instant AT = Instant.parse("2026-11-02T09:30:00.456Z");
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    protected abstract Renamings renamings();

    @Test
    void aRenamingIsFoundAsItWasStoredLast() {
        var begun = renaming(AT);
        var running = begun.found(3, AT)
                .progressed(
                        1, List.of(new Refused(UUID.randomUUID(), "A loader", "it is too long")), AT.plusSeconds(1));

        save(begun);
        save(running);

        assertThat(await(renamings().find(begun.id()))).isEqualTo(running);
        assertThat(renamings().find(UUID.randomUUID()).blockOptional(TIMEOUT)).isEmpty();
    }

    @Test
    void thoseThatAreNotFinishedAreOpenTheOldestFirst() {
        var second = renaming(AT.minusSeconds(50));
        var first = renaming(AT.minusSeconds(100));
        var finished = renaming(AT.minusSeconds(70)).finished(AT);
        List.of(second, first, finished).forEach(this::save);

        assertThat(await(renamings().open().collectList()))
                .filteredOn(open -> open.startedAt().isBefore(AT.minusSeconds(40)))
                .containsExactly(first, second);
        save(first.finished(AT));
        assertThat(await(renamings().open().collectList()))
                .doesNotContain(first)
                .contains(second);
    }

    @Test
    void theNewestAreListedFirst() {
        var older = renaming(AT.plusSeconds(100));
        var newest = renaming(AT.plusSeconds(200));
        List.of(older, newest).forEach(this::save);

        assertThat(await(renamings().newest(2).collectList())).containsExactly(newest, older);
    }

    @Test
    void oneReplicaAtATimeWorks() {
        assertThat(await(renamings().claim("one", AT, AT.plusSeconds(60)))).isTrue();
        assertThat(await(renamings().claim("two", AT.plusSeconds(59), AT.plusSeconds(120))))
                .isFalse();
        assertThat(await(renamings().claim("one", AT.plusSeconds(59), AT.plusSeconds(59))))
                .isTrue();
        assertThat(await(renamings().claim("two", AT.plusSeconds(60), AT.plusSeconds(120))))
                .isTrue();
    }

    private static Renaming renaming(Instant startedAt) {
        return new Renaming(
                Generators.timeBasedEpochGenerator().generate(),
                Kind.TAG,
                "loader",
                "loaders",
                new Person("ada", "Ada Example"),
                State.WAITING,
                0,
                0,
                List.of(),
                startedAt,
                startedAt);
    }

    private void save(Renaming one) {
        renamings().save(one).block(TIMEOUT);
    }

    private static <T> T await(Mono<T> operation) {
        return Objects.requireNonNull(operation.block(TIMEOUT));
    }
}
