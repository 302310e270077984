package org.vedette.feed.search.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.AlreadyClosedException;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.entries.ProjectedPost;
import org.vedette.feed.entries.UnreadableEntries;
import org.vedette.feed.search.index.analysis.IndicatorAnalyzer;
import org.vedette.starter.index.IndexDirectory;

/** One Lucene index from its creation to its removal. One thread at a time writes; any number search. */
final class IndexGeneration implements AutoCloseable {

    /** As the order of the index itself it ends a search by time early, and breaks ties between equal scores. */
    static final Sort NEWEST_FIRST = new Sort(new SortField(SearchDocuments.PUBLISHED, SortField.Type.LONG, true));

    private static final String DIRECTORY_PREFIX = "vedette-search-";

    /** While it is filled, segments are hardly merged, since that is done once at the end. */
    private static final int SEGMENTS_PER_TIER_WHILE_FILLED = 50;

    /** Half of the default: every search looks up its terms in every segment. */
    private static final int SEGMENTS_PER_TIER_WHILE_SERVING = 5;

    private final IndexDirectory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    /** The latest revision of every entry, of withdrawn ones too: a late change must not bring these back. */
    private final Map<UUID, Long> revisions = new HashMap<>();

    private final UnreadableEntries unreadable;

    IndexGeneration(Path parent, int bufferMegabytes, UnreadableEntries unreadable) throws IOException {
        this.unreadable = unreadable;
        this.directory = IndexDirectory.in(parent, DIRECTORY_PREFIX);
        this.writer = new IndexWriter(directory.lucene(), settings(bufferMegabytes));
        this.searchers = new SearcherManager(writer, new SearcherFactory());
    }

    /**
     * Writes the entries of a batch that are newer than those it has; searches see them after the next
     * {@link #refresh()}. An entry that cannot be indexed is left out and prevents no other from being found.
     */
    void update(Iterable<? extends ProjectedPost> batch) throws IOException {
        for (var projected : batch) {
            var known = revisions.get(projected.id());
            if (known == null || projected.revision() > known) {
                writeOrLeaveOut(projected, known == null);
                revisions.put(projected.id(), projected.revision());
            }
        }
    }

    /** Merges all segments into one, which makes every search cheaper. Updates may go on meanwhile. */
    void forceMerge() throws IOException {
        writer.getConfig().setMergePolicy(mergePolicy(SEGMENTS_PER_TIER_WHILE_SERVING));
        writer.forceMerge(1);
    }

    void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    /** Returns a searcher that must be released. */
    IndexSearcher acquire() throws IOException {
        return searchers.acquire();
    }

    void release(IndexSearcher searcher) throws IOException {
        searchers.release(searcher);
    }

    /** Returns whether the writer is closed by an error such as a full disk; searches go on with what they had. */
    boolean isBroken() {
        return writer.getTragicException() != null;
    }

    long size() {
        return writer.getDocStats().numDocs;
    }

    /** Searches that have begun still complete: their files stay until they release the searcher. */
    @Override
    public void close() throws IOException {
        searchers.close();
        writer.rollback();
        directory.close();
    }

    private void writeOrLeaveOut(ProjectedPost projected, boolean isNew) throws IOException {
        try {
            write(projected, isNew);
            unreadable.resolve(UnreadableEntries.SEARCH, projected.id());
        } catch (AlreadyClosedException broken) {
            // The writer is closed: the fault is not this entry's.
            throw broken;
        } catch (RuntimeException unindexable) {
            unreadable.report(UnreadableEntries.SEARCH, projected.id(), unindexable);
            writer.deleteDocuments(SearchDocuments.key(projected.id()));
        }
    }

    private void write(ProjectedPost projected, boolean isNew) throws IOException {
        var key = SearchDocuments.key(projected.id());
        if (!(projected instanceof Entry entry)) {
            writer.deleteDocuments(key);
        } else if (isNew) {
            writer.addDocument(SearchDocuments.of(entry));
        } else {
            writer.updateDocument(key, SearchDocuments.of(entry));
        }
    }

    private static IndexWriterConfig settings(int bufferMegabytes) {
        return new IndexWriterConfig(IndicatorAnalyzer.forIndexing())
                .setCodec(new SmallChunkCodec())
                .setIndexSort(NEWEST_FIRST)
                .setMergePolicy(mergePolicy(SEGMENTS_PER_TIER_WHILE_FILLED))
                .setRAMBufferSizeMB(bufferMegabytes)
                .setCommitOnClose(false);
    }

    private static MergePolicy mergePolicy(int segmentsPerTier) {
        return new TieredMergePolicy().setSegmentsPerTier(segmentsPerTier).setMaxMergeAtOnce(segmentsPerTier);
    }
}
