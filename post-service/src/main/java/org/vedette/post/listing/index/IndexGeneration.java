package org.vedette.post.listing.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.listing.IndexedPost;
import org.vedette.starter.index.IndexDirectory;

/** One Lucene index from its creation to its removal. One thread at a time writes; any number search. */
final class IndexGeneration implements AutoCloseable {

    private static final String DIRECTORY_PREFIX = "vedette-posts-";
    private static final int BUFFER_MEGABYTES = 16;

    private final IndexDirectory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Map<PostId, Long> revisions = new ConcurrentHashMap<>();

    IndexGeneration(Path parent, PostAnalyzer analyzer, UnaryOperator<Directory> files) throws IOException {
        this.directory = IndexDirectory.in(parent, DIRECTORY_PREFIX);
        try {
            this.writer = new IndexWriter(
                    files.apply(directory.lucene()),
                    new IndexWriterConfig(analyzer)
                            .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                            .setCommitOnClose(false));
            this.searchers = new SearcherManager(writer, new SearcherFactory());
        } catch (IOException | RuntimeException failure) {
            IOUtils.closeWhileHandlingException(directory::close);
            throw failure;
        }
    }

    void put(IndexedPost indexed) throws IOException {
        var id = indexed.post().id();
        var revision = indexed.post().revision().value();
        if (!has(id, revision)) {
            writer.updateDocument(PostDocumentFields.key(id), PostDocumentFields.of(indexed));
            revisions.put(id, revision);
        }
    }

    void remove(Collection<PostId> posts) throws IOException {
        for (var id : posts) {
            writer.deleteDocuments(PostDocumentFields.key(id));
            revisions.remove(id);
        }
    }

    boolean has(PostId post, long revision) {
        return revisions.getOrDefault(post, 0L) >= revision;
    }

    int size() {
        return revisions.size();
    }

    /** Returns a searcher that finds everything written before, and must be released. */
    IndexSearcher acquire() throws IOException {
        searchers.maybeRefreshBlocking();
        return searchers.acquire();
    }

    void release(IndexSearcher searcher) throws IOException {
        searchers.release(searcher);
    }

    /** Searches that have begun still complete: their files stay until they release the searcher. */
    @Override
    public void close() throws IOException {
        IOUtils.close(searchers, writer::rollback, directory::close);
    }
}
