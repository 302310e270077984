package org.vedette.feed.search.index;

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

/** A directory for one index, deleted when the index is closed. Those of killed processes are deleted by the next one. */
final class IndexDirectory implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(IndexDirectory.class);
    private static final String PREFIX = "vedette-search-";

    /** A directory that was just created is not locked yet. */
    private static final long GRACE_PERIOD_MILLIS = 60_000;

    private final Path path;
    private final Directory directory;

    private IndexDirectory(Path path) throws IOException {
        this.path = path;
        this.directory = new MMapDirectory(path);
    }

    static IndexDirectory in(Path parent) throws IOException {
        var path = Files.createTempDirectory(Files.createDirectories(parent), PREFIX);
        abandoned(parent, path).forEach(IndexDirectory::delete);
        return new IndexDirectory(path);
    }

    Directory lucene() {
        return directory;
    }

    @Override
    public void close() throws IOException {
        IOUtils.close(directory);
        IOUtils.rm(path);
    }

    private static List<Path> abandoned(Path parent, Path own) throws IOException {
        var newest = Files.getLastModifiedTime(own).toMillis() - GRACE_PERIOD_MILLIS;
        try (var all = Files.newDirectoryStream(parent, PREFIX + "*")) {
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
            log.info("Deleted abandoned search index {}: its process ended without closing it", path);
        } catch (LockObtainFailedException inUse) {
            log.debug("Kept search index {}: another process has it locked", path);
        } catch (IOException | UncheckedIOException failure) {
            log.warn("Could not delete abandoned search index {}; the next start tries again", path, failure);
        }
    }
}
