package org.vedette.embedded.store.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/** Checks that a store's file holds what was committed to it. */
final class StoreVerifier {

    private static final int BLOCK_BYTES = 4096;

    /** The header of the file, which it has before the first commit. */
    private static final int HEADER_BYTES = 2 * BLOCK_BYTES;

    /** More than a process that was killed during its first commit leaves of it. */
    private static final int FIRST_COMMIT_BYTES = 16 * BLOCK_BYTES;

    private StoreVerifier() {}

    static boolean isShorterThanItsHeader(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) < HEADER_BYTES;
        } catch (IOException e) {
            return false;
        }
    }

    /** Refuses a file that is missing or empty although there was something in it. */
    static void requirePresent(Path file, Checkpoint checkpoint) throws IOException {
        var expected = checkpoint.read().orElse(0);
        if (expected > 0 && (Files.notExists(file) || Files.size(file) == 0)) {
            throw new DamagedStoreException(
                    file,
                    "it is missing or empty, and " + checkpoint.file().getFileName()
                            + " beside it says that it held version " + expected,
                    null);
        }
    }

    /** Refuses an open file that is older than its checkpoint, or shorter than the parts its index of parts names. */
    static void requireComplete(Path file, MVStore store, Checkpoint checkpoint) {
        var found = store.getFileStore().lastChunkVersion();
        var expected = Math.max(checkpoint.read().orElse(0), versionOfCleanShutdown(store));
        var bytes = store.getFileStore().size();
        if (found < expected || (found == 0 && bytes > FIRST_COMMIT_BYTES)) {
            throw new DamagedStoreException(
                    file, "in its " + bytes + " bytes is version " + found + ", not " + expected, null);
        }
        try {
            var needed = endOfLastChunk(store);
            if (bytes < needed) {
                throw new DamagedStoreException(file, "it has " + bytes + " bytes and must have " + needed, null);
            }
        } catch (MVStoreException e) {
            throw new DamagedStoreException(file, "its index of parts cannot be read", e);
        }
    }

    /** The header is exact only after a clean shutdown; after a power cut it may be newer than the rest of the file. */
    private static long versionOfCleanShutdown(MVStore store) {
        var header = store.getFileStore().getStoreHeader();
        return header.containsKey("clean") ? DataUtils.readHexLong(header, "version", 0) : 0;
    }

    private static long endOfLastChunk(MVStore store) {
        return store.getLayoutMap().entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith(DataUtils.LAYOUT_CHUNK))
                        .map(entry -> DataUtils.parseMap(entry.getValue()))
                        .mapToLong(chunk ->
                                DataUtils.readHexLong(chunk, "block", 0) + DataUtils.readHexLong(chunk, "len", 0))
                        .max()
                        .orElse(0)
                * BLOCK_BYTES;
    }
}
