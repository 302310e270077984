package org.vedette.starter.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.IOUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.starter.MayBlock;

/**
 * A directory for one Lucene index, deleted when the index is closed. Those of killed processes are deleted by the next one.
 */
@MayBlock("the threads that open and close indexes")
public final class IndexDirectory implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(IndexDirectory.class);

    /** A directory that was just created is not locked yet. */
    private static final long GRACE_PERIOD_MILLIS = 60_000;

    private final Path path;
    private final Directory directory;

    private IndexDirectory(Path path) throws IOException {
        this.path = path;
        this.directory = new MMapDirectory(path);
    }

    /**
     * Creates a directory under another one, which is created as well if need be.
     *
     * @param prefix of its name, which no other kind of index has
     */
    public static IndexDirectory in(Path parent, String prefix) throws IOException {
        var path = Files.createTempDirectory(Files.createDirectories(parent), prefix);
        abandoned(parent, path, prefix).forEach(IndexDirectory::delete);
        return new IndexDirectory(path);
    }

    public Directory lucene() {
        return directory;
    }

    @Override
    public void close() throws IOException {
        IOUtils.close(directory);
        IOUtils.rm(path);
    }

    private static List<Path> abandoned(Path parent, Path own, String prefix) throws IOException {
        var newest = Files.getLastModifiedTime(own).toMillis() - GRACE_PERIOD_MILLIS;
        try (var all = Files.newDirectoryStream(parent, prefix + "*")) {
            var old = new ArrayList<Path>();
            for (var path : all) {
                if (isOlder(path, newest)) {
                    old.add(path);
                }
            }
            return old;
        }
    }

    /** Another process may delete its directory at any time. */
    private static boolean isOlder(Path path, long millis) throws IOException {
        try {
            return Files.getLastModifiedTime(path).toMillis() < millis;
        } catch (NoSuchFileException deleted) {
            return false;
        }
    }

    /** Deletes a directory unless its index is locked by another process. */
    private static void delete(Path path) {
        try (var directory = FSDirectory.open(path);
                var lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            lock.ensureValid();
            IOUtils.rm(path);
            log.info("Deleted abandoned index {}: its process ended without closing it", path);
        } catch (LockObtainFailedException inUse) {
            log.debug("Kept index {}: another process has it locked", path);
        } catch (IOException | UncheckedIOException failure) {
            log.warn("Could not delete abandoned index {}; the next start tries again", path, failure);
        }
    }
}
