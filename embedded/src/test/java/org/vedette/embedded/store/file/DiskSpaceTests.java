package org.vedette.embedded.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskSpaceTests {

    private final AtomicLong usable = new AtomicLong(Long.MAX_VALUE);
    private final DiskSpace space = new DiskSpace(new Disk(usable));

    @Test
    void writesAreAcceptedWhileThereIsSpace() {
        space.check();

        assertThatCode(space::requireSpace).doesNotThrowAnyException();
    }

    @Test
    void lessThanTheReserveIsFull() {
        usable.set(DiskSpace.RESERVED_BYTES - 1);

        space.check();

        assertThatThrownBy(space::requireSpace)
                .isInstanceOfSatisfying(
                        StoreUnavailableException.class,
                        refusal -> assertThat(refusal.getCodeName()).isEqualTo("OutOfDiskSpace"));
    }

    @Test
    void aFileSystemThatDoesNotSayHowMuchSpaceItHasCountsAsEnough(@TempDir Path directory) {
        assertThat(DiskSpace.usableBytes(directory)).isPositive().isLessThan(Long.MAX_VALUE);

        var unknown = new StoreFile(directory.resolve("missing").resolve("store.db"));

        assertThat(unknown.usableBytes()).isGreaterThan(DiskSpace.RESUME_BYTES);
    }

    @Test
    void aDiskThatWasFullNeedsMoreThanTheReserve() {
        usable.set(0);
        space.check();

        usable.set(DiskSpace.RESUME_BYTES - 1);
        space.check();
        assertThat(space.isFull()).isTrue();

        usable.set(DiskSpace.RESUME_BYTES);
        space.check();
        assertThat(space.isFull()).isFalse();
    }

    @Test
    void afterAFailedWriteWritesAreRefusedUntilTheNextCheck() {
        space.writeFailed();
        assertThat(space.isFull()).isTrue();

        space.check();

        assertThat(space.isFull()).isFalse();
    }

    private record Disk(AtomicLong usable) implements StoreSource {

        @Override
        public MVStore open() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void sync(MVStore store) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close(MVStore store) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long usableBytes() {
            return usable.get();
        }

        @Override
        public String description() {
            return "of a test";
        }
    }
}
