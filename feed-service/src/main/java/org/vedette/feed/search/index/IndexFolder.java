package org.vedette.feed.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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

/** A fresh folder for one index, which is gone after it. What a killed process left behind is swept up by the next. */
final class IndexFolder implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(IndexFolder.class);
    private static final String PREFIX = "vedette-search-";

    /** Who has just made its folder has not locked it yet. */
    private static final long YOUNG_MILLIS = 60_000;

    private final Path path;
    private final Directory directory;

    private IndexFolder(Path path) throws IOException {
        this.path = path;
        this.directory = new MMapDirectory(path);
    }

    static IndexFolder in(Path parent) throws IOException {
        var path = Files.createTempDirectory(Files.createDirectories(parent), PREFIX);
        leftBehind(parent, path).forEach(IndexFolder::sweep);
        return new IndexFolder(path);
    }

    Directory directory() {
        return directory;
    }

    @Override
    public void close() throws IOException {
        IOUtils.close(directory);
        IOUtils.rm(path);
    }

    private static List<Path> leftBehind(Path parent, Path own) throws IOException {
        var young = Files.getLastModifiedTime(own).toMillis() - YOUNG_MILLIS;
        try (var all = Files.newDirectoryStream(parent, PREFIX + "*")) {
            var old = new ArrayList<Path>();
            for (var path : all) {
                if (Files.getLastModifiedTime(path).toMillis() < young) {
                    old.add(path);
                }
            }
            return old;
        }
    }

    /** An index that is in use is locked by its process. */
    private static void sweep(Path path) {
        try (var directory = FSDirectory.open(path);
                var lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            lock.ensureValid();
            IOUtils.rm(path);
            log.info("Removed a search index that a process left behind: {}", path);
        } catch (LockObtainFailedException inUse) {
            log.debug("A search index of another process stays: {}", path);
        } catch (IOException | UncheckedIOException trouble) {
            log.warn("Could not remove a search index that was left behind: {}", trouble.toString());
        }
    }
}
