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
import org.vedette.feed.search.Rebuilding;
import org.vedette.feed.search.SearchIndex;
import org.vedette.feed.search.SearchQuery;
import org.vedette.feed.search.SearchResult;

/** The index of this instance: a generation that serves, and sometimes the next one. */
public final class LuceneSearchIndex implements SearchIndex, AutoCloseable {

    private final Path parent;
    private final int bufferMegabytes;
    private final UnreadableEntries unreadable;
    private final AtomicReference<Generation> serving;
    private final AtomicReference<@Nullable Generation> next = new AtomicReference<>();

    /** Fair, so that a change does not wait for all of a new index. */
    private final Lock writing = new ReentrantLock(true);

    /**
     * @param parent folder under which the index gets a folder of its own
     * @param bufferMegabytes memory in which changes are gathered before they are written
     * @param unreadable takes what cannot be made to be found
     */
    public LuceneSearchIndex(Path parent, int bufferMegabytes, UnreadableEntries unreadable) {
        this.unreadable = unreadable;
        this.parent = parent;
        this.bufferMegabytes = bufferMegabytes;
        var empty = generation();
        attempt(empty::settle);
        this.serving = new AtomicReference<>(empty);
    }

    @Override
    public void put(Collection<ProjectedPost> changed) {
        alone(() -> {
            var building = next.get();
            if (building != null && !building.isBroken()) {
                building.take(changed);
            }
            var current = current();
            if (building == null || !current.isBroken()) {
                current.take(changed);
                current.refresh();
            }
        });
    }

    @Override
    public Rebuilding rebuild() {
        var building = generation();
        alone(() -> {
            giveUp(next.get());
            next.set(building);
            unreadable.clear(UnreadableEntries.SEARCH);
        });
        return new Aside(building);
    }

    @Override
    public SearchResult find(SearchQuery query) {
        try {
            while (true) {
                var generation = current();
                try {
                    return find(generation, query);
                } catch (AlreadyClosedException replaced) {
                    if (generation == current()) {
                        throw replaced;
                    }
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public long size() {
        return current().size();
    }

    @Override
    public void close() {
        alone(() -> {
            giveUp(next.get());
            current().close();
        });
    }

    private static SearchResult find(Generation generation, SearchQuery query) throws IOException {
        var searcher = generation.acquire();
        try {
            return new Search(searcher, query).result();
        } finally {
            generation.release(searcher);
        }
    }

    private Generation current() {
        return Objects.requireNonNull(serving.get());
    }

    private Generation generation() {
        try {
            return new Generation(parent, bufferMegabytes, unreadable);
        } catch (IOException trouble) {
            throw new UncheckedIOException("no search index can be made in " + parent, trouble);
        }
    }

    private void giveUp(@Nullable Generation building) throws IOException {
        if (building != null && next.compareAndSet(building, null)) {
            building.close();
        }
    }

    private void alone(Writing task) {
        writing.lock();
        try {
            attempt(task);
        } finally {
            writing.unlock();
        }
    }

    private static void attempt(Writing task) {
        try {
            task.run();
        } catch (IOException trouble) {
            throw new UncheckedIOException("the search index cannot be written", trouble);
        }
    }

    /** Something that writes. */
    private interface Writing {
        void run() throws IOException;
    }

    /** The next generation, in the hands of who fills it. */
    private final class Aside implements Rebuilding {

        private final Generation building;

        Aside(Generation building) {
            this.building = building;
        }

        @Override
        public void add(Collection<ProjectedPost> batch) {
            alone(() -> building.take(batch));
        }

        @Override
        public void complete() {
            attempt(building::settle);
            alone(() -> {
                building.refresh();
                if (!next.compareAndSet(building, null)) {
                    throw new IllegalStateException("another index was begun in the place of this one");
                }
                Objects.requireNonNull(serving.getAndSet(building)).close();
            });
        }

        @Override
        public void close() {
            alone(() -> giveUp(building));
        }
    }
}
