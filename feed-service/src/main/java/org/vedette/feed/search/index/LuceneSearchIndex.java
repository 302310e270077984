package org.vedette.feed.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.entries.ProjectedPost;
import org.vedette.feed.entries.UnreadableEntries;
import org.vedette.feed.search.SearchIndex;
import org.vedette.feed.search.SearchQuery;
import org.vedette.feed.search.SearchResult;
import org.vedette.starter.MayBlock;

/** The search index of this instance: a generation that serves, and while it is rebuilt the next one. */
@MayBlock("the threads of the search index")
public final class LuceneSearchIndex implements SearchIndex, AutoCloseable {

    private final Path parent;
    private final int bufferMegabytes;
    private final UnreadableEntries unreadable;
    private final AtomicReference<IndexGeneration> current;
    private final AtomicReference<@Nullable IndexGeneration> next = new AtomicReference<>();

    /** Fair, so that a change does not wait for a whole rebuild. */
    private final Lock writeLock = new ReentrantLock(true);

    /**
     * @param parent directory under which the index gets a directory of its own
     * @param bufferMegabytes memory in which changes are buffered before they are written
     * @param unreadable receives the entries that cannot be indexed
     */
    public LuceneSearchIndex(Path parent, int bufferMegabytes, UnreadableEntries unreadable) {
        this.unreadable = unreadable;
        this.parent = parent;
        this.bufferMegabytes = bufferMegabytes;
        var empty = generation();
        run(empty::forceMerge);
        this.current = new AtomicReference<>(empty);
    }

    @Override
    public void put(Collection<ProjectedPost> changed) {
        runLocked(() -> {
            var building = next.get();
            if (building != null && !building.isBroken()) {
                building.update(changed);
            }
            var serving = current();
            if (building == null || !serving.isBroken()) {
                serving.update(changed);
                serving.refresh();
            }
        });
    }

    @Override
    public Rebuild rebuild() {
        var building = generation();
        runLocked(() -> {
            discard(next.get());
            next.set(building);
            unreadable.clear(UnreadableEntries.SEARCH);
        });
        return new NextGeneration(building);
    }

    @Override
    public SearchResult find(SearchQuery query) {
        try {
            while (true) {
                var generation = current();
                try {
                    return find(generation, query);
                } catch (AlreadyClosedException closed) {
                    if (generation == current()) {
                        throw closed;
                    }
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public long size() {
        return current().size();
    }

    @Override
    public void close() {
        runLocked(() -> {
            discard(next.get());
            current().close();
        });
    }

    private static SearchResult find(IndexGeneration generation, SearchQuery query) throws IOException {
        var searcher = generation.acquire();
        try {
            return new PostSearcher(searcher, query).find();
        } finally {
            generation.release(searcher);
        }
    }

    private IndexGeneration current() {
        return Objects.requireNonNull(current.get());
    }

    private IndexGeneration generation() {
        try {
            return new IndexGeneration(parent, bufferMegabytes, unreadable);
        } catch (IOException failure) {
            throw new UncheckedIOException("no search index can be created in " + parent, failure);
        }
    }

    private void discard(@Nullable IndexGeneration building) throws IOException {
        if (building != null && next.compareAndSet(building, null)) {
            building.close();
        }
    }

    private void runLocked(Write write) {
        writeLock.lock();
        try {
            run(write);
        } finally {
            writeLock.unlock();
        }
    }

    private static void run(Write write) {
        try {
            write.run();
        } catch (IOException failure) {
            throw new UncheckedIOException("the search index cannot be written", failure);
        }
    }

    /** A write that may fail. */
    private interface Write {
        void run() throws IOException;
    }

    /** The rebuild of the next generation. */
    private final class NextGeneration implements Rebuild {

        private final IndexGeneration building;

        NextGeneration(IndexGeneration building) {
            this.building = building;
        }

        @Override
        public void add(Collection<ProjectedPost> batch) {
            runLocked(() -> building.update(batch));
        }

        @Override
        public void complete() {
            run(building::forceMerge);
            runLocked(() -> {
                building.refresh();
                if (!next.compareAndSet(building, null)) {
                    throw new IllegalStateException("another rebuild replaced this one");
                }
                Objects.requireNonNull(current.getAndSet(building)).close();
            });
        }

        @Override
        public void close() {
            runLocked(() -> discard(building));
        }
    }
}
