package org.vedette.embedded.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupCommitTests {

    private static final int TIMEOUT_SECONDS = 20;

    @TempDir
    private Path directory;

    private final AtomicInteger reopenings = new AtomicInteger();
    private final AtomicInteger failingReopenings = new AtomicInteger();
    private StoreFile source;
    private ReopeningStore store;
    private GroupCommit commits;

    @BeforeEach
    void open() {
        source = new StoreFile(directory.resolve("store.db"));
        store = new ReopeningStore(source);
        commits = new GroupCommit(store, new DiskSpace(source), this::reopened);
    }

    @AfterEach
    void close() {
        commits.close();
    }

    @Test
    void aCommandThatAnErrorEndsMidwayIsUndone() {
        assertThat(commits.write(() -> put("documents", 1))).isNull();

        assertThatThrownBy(() -> commits.write(() -> {
                    put("documents", 2);
                    throw new OutOfMemoryError("made up");
                }))
                .isInstanceOf(OutOfMemoryError.class);

        assertThat(keysAfterRestart("documents")).containsExactly(1);
    }

    @Test
    void aCommandThatRunsAloneAndEndsMidwayIsUndone() {
        assertThatThrownBy(() -> commits.writeAlone(() -> {
                    put("documents", 1);
                    throw new StackOverflowError("made up");
                }))
                .isInstanceOf(StackOverflowError.class);

        assertThat(keysAfterRestart("documents")).isEmpty();
    }

    @Test
    void writesAreAcceptedAfterACommandThatEndedMidway() {
        assertThatThrownBy(() -> commits.write(() -> {
                    put("documents", 1);
                    throw new IllegalStateException("made up");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(commits.write(() -> put("documents", 2))).isNull();
        assertThat(reopenings).hasValue(1);
        assertThat(keysAfterRestart("documents")).containsExactly(2);
    }

    @Test
    void whatACommandWroteBeforeItWasRefusedIsCommitted() {
        assertThatThrownBy(() -> commits.write(() -> {
                    put("documents", 1);
                    throw new MongoServerError(11_000, "duplicate key");
                }))
                .isInstanceOf(MongoServerError.class);

        assertThat(keysAfterRestart("documents")).containsExactly(1);
    }

    /** The commits of both are one, so that the half of the other could be written with it. */
    @Test
    void aCommandBesideOneThatEndedMidwayIsRefusedWhenItIsUndoneToo() {
        var failing = new CountDownLatch(1);
        var other = new AtomicReference<CompletableFuture<Object>>();

        assertThatThrownBy(() -> commits.write(() -> {
                    put("documents", 1);
                    other.set(CompletableFuture.supplyAsync(() -> commits.write(() -> {
                        put("documents", 2);
                        failing.countDown();
                        throw new OutOfMemoryError("made up");
                    })));
                    await(failing);
                    return other;
                }))
                .isInstanceOfSatisfying(
                        StoreUnavailableException.class,
                        refusal -> assertThat(refusal.getCodeName()).isEqualTo("OperationFailed"));
        assertThat(other.get()).failsWithin(Duration.ofSeconds(10));

        assertThat(keysAfterRestart("documents")).isEmpty();
    }

    @Test
    void whatDependsOnAnOpeningIsToldAgainWhenAnErrorKeptItFromLearning() {
        failingReopenings.set(1);
        assertThatThrownBy(() -> commits.write(() -> {
                    throw new OutOfMemoryError("made up");
                }))
                .isInstanceOf(StackOverflowError.class);

        commits.reopenIfClosed();

        assertThat(reopenings).hasValue(1);
    }

    private void reopened() {
        if (failingReopenings.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new StackOverflowError("made up");
        }
        reopenings.incrementAndGet();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @CanIgnoreReturnValue
    private byte @Nullable [] put(String map, int key) {
        return open(map).put(key, new byte[] {1});
    }

    private List<Integer> keysAfterRestart(String map) {
        commits.close();
        open();
        return List.copyOf(open(map).keySet());
    }

    private MVMap<Integer, byte[]> open(String map) {
        return store.current().store().openMap(map);
    }
}
