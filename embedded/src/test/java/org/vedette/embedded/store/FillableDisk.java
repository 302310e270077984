package org.vedette.embedded.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.vedette.embedded.store.file.StoreFile;

/**
 * A store's file on a disk that a test can fill: a write then leaves its first half in the file and fails. Reads can be
 * made to fail, too.
 */
final class FillableDisk extends StoreFile {

    private static final String SCHEME = "fillable";
    private static final Set<String> FULL = ConcurrentHashMap.newKeySet();
    private static final Map<String, AtomicInteger> READS_LEFT = new ConcurrentHashMap<>();

    private final String location;
    private final AtomicLong usable = new AtomicLong(Long.MAX_VALUE);
    private final AtomicBoolean failsNextCheck = new AtomicBoolean();

    FillableDisk(Path file) {
        super(file);
        FilePath.register(new Files());
        this.location = SCHEME + ":" + file.toAbsolutePath();
    }

    /** From now on no byte can be written. */
    void fill() {
        usable.set(0);
        failWrites();
    }

    /** From now on writes fail, although the system says there is space, as with a quota. */
    void failWrites() {
        FULL.add(location);
    }

    void makeRoom() {
        FULL.remove(location);
        usable.set(Long.MAX_VALUE);
    }

    /** After so many more reads each one meets an Error. */
    void failReadsAfter(int reads) {
        READS_LEFT.put(location, new AtomicInteger(reads));
    }

    void letReadsSucceed() {
        READS_LEFT.remove(location);
    }

    /** The next check of the space meets an Error. */
    void failNextCheck() {
        failsNextCheck.set(true);
    }

    boolean hasFailedCheck() {
        return !failsNextCheck.get();
    }

    /** Tells how much space there is, without a write failing. */
    void leave(long bytes) {
        usable.set(bytes);
    }

    @Override
    protected String location() {
        return location;
    }

    @Override
    public long usableBytes() {
        if (failsNextCheck.getAndSet(false)) {
            throw new OutOfMemoryError("made up");
        }
        return usable.get();
    }

    /** The file system under {@code fillable:}; MVStore makes instances of it by reflection. */
    public static final class Files extends FilePathWrapper {

        @Override
        public String getScheme() {
            return SCHEME;
        }

        @Override
        public FileChannel open(String mode) throws IOException {
            return new Channel(name, super.open(mode));
        }
    }

    private static final class Channel extends FileBaseDefault {

        private final String location;
        private final FileChannel file;

        Channel(String location, FileChannel file) {
            this.location = location;
            this.file = file;
        }

        @Override
        public synchronized int write(ByteBuffer source, long position) throws IOException {
            if (!FULL.contains(location)) {
                return file.write(source, position);
            }
            var half = source.duplicate();
            half.limit(half.position() + half.remaining() / 2);
            var unused = file.write(half, position);
            throw new IOException("No space left on device");
        }

        @Override
        public synchronized int read(ByteBuffer target, long position) throws IOException {
            var left = READS_LEFT.get(location);
            if (left != null && left.decrementAndGet() < 0) {
                throw new OutOfMemoryError("made up");
            }
            return file.read(target, position);
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            var unused = file.truncate(size);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public void force(boolean metadata) throws IOException {
            file.force(metadata);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
