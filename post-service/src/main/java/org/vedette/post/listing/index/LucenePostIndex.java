package org.vedette.post.listing.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.listing.CountedField;
import org.vedette.post.listing.IndexBrokenException;
import org.vedette.post.listing.IndexedPost;
import org.vedette.post.listing.PostCursor;
import org.vedette.post.listing.PostIndex;
import org.vedette.post.listing.PostQuery;
import org.vedette.post.listing.ValueCount;
import org.vedette.starter.MayBlock;

/** The index of posts in a directory of its own, which is deleted with it. */
@MayBlock("the threads that index and search")
public final class LucenePostIndex implements PostIndex, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LucenePostIndex.class);

    private static final PostQuery PUBLISHED = PostQuery.ofStatus("published", 1);

    private final PostAnalyzer analyzer = new PostAnalyzer();
    private final PostQueries queries = new PostQueries(analyzer);
    private final Path parent;
    private final UnaryOperator<Directory> files;
    private final Lock writeLock = new ReentrantLock(true);
    private volatile IndexGeneration current;
    private volatile boolean broken;

    /** @param parent directory under which the index gets a directory of its own */
    public LucenePostIndex(Path parent) {
        this(parent, directory -> directory);
    }

    /** @param files makes the files of the index fail, for tests */
    LucenePostIndex(Path parent, UnaryOperator<Directory> files) {
        this.parent = parent;
        this.files = files;
        this.current = open();
    }

    private IndexGeneration open() {
        try {
            return new IndexGeneration(parent, analyzer, files);
        } catch (IOException failure) {
            throw new UncheckedIOException("no index of posts can be created in " + parent, failure);
        }
    }

    @Override
    public void put(Collection<IndexedPost> posts) {
        write(() -> {
            for (var post : posts) {
                current.put(post);
            }
        });
    }

    @Override
    public void remove(Collection<PostId> posts) {
        if (!posts.isEmpty()) {
            write(() -> current.remove(posts));
        }
    }

    @Override
    public boolean has(PostId post, long revision) {
        return current.has(post, revision);
    }

    /** Number of the posts that it has. */
    int size() {
        return current.size();
    }

    @Override
    public boolean isBroken() {
        return broken;
    }

    /** Makes space first: what is broken for lack of it is deleted before another one is created. */
    @Override
    public void reset() {
        writeLock.lock();
        try {
            broken = true;
            close(current);
            current = open();
            broken = false;
        } finally {
            writeLock.unlock();
        }
    }

    private static void close(IndexGeneration generation) {
        try {
            generation.close();
        } catch (IOException | RuntimeException failure) {
            log.warn("A broken index of posts was not closed cleanly", failure);
        }
    }

    @Override
    public Page find(PostQuery query) {
        return search(searcher -> find(query, searcher));
    }

    @Override
    public List<ValueCount> counts(CountedField field, @Nullable String visibleTo) {
        return search(searcher -> {
            var counter = new ValueCounter(searcher, PostDocumentFields.counted(field));
            var all = counter.count(queries.of(PostQuery.ALL.visibleTo(visibleTo)));
            var published = counter.count(queries.of(PUBLISHED.visibleTo(visibleTo)));
            return all.entrySet().stream()
                    .map(each ->
                            new ValueCount(each.getKey(), each.getValue(), published.getOrDefault(each.getKey(), 0)))
                    .sorted(Comparator.comparing(ValueCount::value))
                    .toList();
        });
    }

    private <T> T search(Search<T> search) {
        return access(() -> {
            var generation = current;
            var searcher = generation.acquire();
            try {
                return search.with(searcher);
            } finally {
                generation.release(searcher);
            }
        });
    }

    private Page find(PostQuery query, IndexSearcher searcher) throws IOException {
        var lucene = queries.of(query);
        TopDocs top = searcher.searchAfter(
                after(query.after(), searcher), lucene, query.limit() + 1, PostDocumentFields.sort(query.order()));
        var hasMore = top.scoreDocs.length > query.limit();
        var shown = List.of(top.scoreDocs).subList(0, Math.min(top.scoreDocs.length, query.limit()));
        var posts = new ArrayList<PostId>();
        for (var hit : shown) {
            posts.add(id(searcher.storedFields().document(hit.doc).get(PostDocumentFields.ID)));
        }
        var next = hasMore && shown.get(shown.size() - 1) instanceof FieldDoc last ? cursor(last) : null;
        return new Page(posts, next, searcher.count(lucene));
    }

    private static @Nullable FieldDoc after(@Nullable PostCursor cursor, IndexSearcher searcher) {
        return cursor == null
                ? null
                : new FieldDoc(Math.max(0, searcher.getIndexReader().maxDoc() - 1), 0, new Object[] {
                    cursor.at().toEpochMilli(), new BytesRef(cursor.id().toString())
                });
    }

    private static PostCursor cursor(FieldDoc last) {
        var fields = Objects.requireNonNull(last.fields);
        return new PostCursor(Instant.ofEpochMilli((Long) fields[0]), id(((BytesRef) fields[1]).utf8ToString()));
    }

    private static PostId id(String text) {
        return PostId.of(text).orElseThrow();
    }

    private void write(Write write) {
        writeLock.lock();
        try {
            var unused = access(() -> {
                write.run();
                return true;
            });
        } finally {
            writeLock.unlock();
        }
    }

    /** After the first failure of the disk, Lucene's writer is closed for good. */
    private <T> T access(Access<T> access) {
        if (broken) {
            throw new IndexBrokenException(null);
        }
        try {
            return access.run();
        } catch (IOException | AlreadyClosedException failure) {
            broken = true;
            throw new IndexBrokenException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        broken = true;
        current.close();
    }

    /** A search that may fail. */
    private interface Search<T> {
        T with(IndexSearcher searcher) throws IOException;
    }

    /** A write that may fail. */
    private interface Write {
        void run() throws IOException;
    }

    /** An access to the index that may fail. */
    private interface Access<T> {
        T run() throws IOException;
    }
}
