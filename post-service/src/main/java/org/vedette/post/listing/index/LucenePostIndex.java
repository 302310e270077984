package org.vedette.post.listing.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.listing.IndexedPost;
import org.vedette.post.listing.PostCursor;
import org.vedette.post.listing.PostIndex;
import org.vedette.post.listing.PostQuery;
import org.vedette.starter.MayBlock;

/** The index of posts in a directory of its own, which is deleted with it. */
@MayBlock("the threads that index and search")
public final class LucenePostIndex implements PostIndex, AutoCloseable {

    private static final int BUFFER_MEGABYTES = 16;

    private final PostAnalyzer analyzer = new PostAnalyzer();
    private final PostQueries queries = new PostQueries(analyzer);
    private final Path path;
    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Map<PostId, Long> revisions = new ConcurrentHashMap<>();
    private final Lock writeLock = new ReentrantLock(true);

    /** @param parent directory under which the index gets a directory of its own */
    public LucenePostIndex(Path parent) {
        try {
            path = Files.createTempDirectory(Files.createDirectories(parent), "vedette-posts-");
            directory = new MMapDirectory(path);
            writer = new IndexWriter(
                    directory,
                    new IndexWriterConfig(analyzer)
                            .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                            .setCommitOnClose(false));
            searchers = new SearcherManager(writer, new SearcherFactory());
        } catch (IOException failure) {
            throw new UncheckedIOException("no index of posts can be created in " + parent, failure);
        }
    }

    @Override
    public void put(Collection<IndexedPost> posts) {
        write(() -> {
            for (var post : posts) {
                put(post);
            }
        });
    }

    private void put(IndexedPost indexed) throws IOException {
        var id = indexed.post().id();
        var revision = indexed.post().revision().value();
        if (!has(id, revision)) {
            writer.updateDocument(PostDocumentFields.key(id), PostDocumentFields.of(indexed));
            revisions.put(id, revision);
        }
    }

    @Override
    public void remove(Collection<PostId> posts) {
        if (!posts.isEmpty()) {
            write(() -> {
                for (var id : posts) {
                    writer.deleteDocuments(PostDocumentFields.key(id));
                    revisions.remove(id);
                }
            });
        }
    }

    @Override
    public boolean has(PostId post, long revision) {
        return revisions.getOrDefault(post, 0L) >= revision;
    }

    @Override
    public Page find(PostQuery query) {
        try {
            searchers.maybeRefreshBlocking();
            var searcher = searchers.acquire();
            try {
                return find(query, searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("the index of posts cannot be read", failure);
        }
    }

    private Page find(PostQuery query, IndexSearcher searcher) throws IOException {
        var lucene = queries.of(query);
        TopDocs top = searcher.searchAfter(
                after(query.after(), searcher), lucene, query.limit() + 1, PostDocumentFields.NEWEST_FIRST);
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
                    cursor.createdAt().toEpochMilli(), new BytesRef(cursor.id().toString())
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
            write.run();
        } catch (IOException failure) {
            throw new UncheckedIOException("the index of posts cannot be written", failure);
        } finally {
            writeLock.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.rollback();
        directory.close();
        IOUtils.rm(path);
    }

    /** A write that may fail. */
    private interface Write {
        void run() throws IOException;
    }
}
