package org.vedette.feed.search.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
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

/** One index from its beginning to its end. One caller at a time may write; any number may search. */
final class Generation implements AutoCloseable {

    /** The newest of any number are found without looking at the others, and of equals the newest comes first. */
    static final Sort NEWEST_FIRST = new Sort(new SortField(IndexFields.PUBLISHED, SortField.Type.LONG, true));

    /** While it is filled, pieces are hardly put together, since that is done once at the end. */
    private static final int PIECES_WHILE_FILLED = 50;

    /** Half of what is usual: every search looks up its words in every piece. */
    private static final int PIECES_WHILE_SERVING = 5;

    private final IndexFolder folder;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    /** Of what was withdrawn too: nothing that comes late may bring it back. */
    private final Map<UUID, Long> revisions = new HashMap<>();

    private final UnreadableEntries unreadable;

    Generation(Path parent, int bufferMegabytes, UnreadableEntries unreadable) throws IOException {
        this.unreadable = unreadable;
        this.folder = IndexFolder.in(parent);
        this.writer = new IndexWriter(folder.directory(), settings(bufferMegabytes));
        this.searchers = new SearcherManager(writer, new SearcherFactory());
    }

    /**
     * Takes in what is newer than what is known; it is found after the next {@link #refresh()}. What cannot be taken in is
     * left out, and keeps nothing else from being found.
     */
    void take(Iterable<? extends ProjectedPost> batch) throws IOException {
        for (var projected : batch) {
            var known = revisions.get(projected.id());
            if (known == null || projected.revision() > known) {
                writeOrLeaveOut(projected, known == null);
                revisions.put(projected.id(), projected.revision());
            }
        }
    }

    /** Puts it into as few pieces as can be, which makes every search cheaper. Takes in changes meanwhile. */
    void settle() throws IOException {
        writer.getConfig().setMergePolicy(pieces(PIECES_WHILE_SERVING));
        writer.forceMerge(1);
    }

    void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    /** To be given back. */
    IndexSearcher acquire() throws IOException {
        return searchers.acquire();
    }

    void release(IndexSearcher searcher) throws IOException {
        searchers.release(searcher);
    }

    /** Nothing can be written any more, for a reason such as a full disk; what was found before still is. */
    boolean isBroken() {
        return writer.getTragicException() != null;
    }

    long size() {
        return writer.getDocStats().numDocs;
    }

    /** Searches that have begun still come to their end: what they read stays until they give it back. */
    @Override
    public void close() throws IOException {
        searchers.close();
        writer.rollback();
        folder.close();
    }

    private void writeOrLeaveOut(ProjectedPost projected, boolean isNew) throws IOException {
        try {
            write(projected, isNew);
            unreadable.resolve(UnreadableEntries.SEARCH, projected.id());
        } catch (AlreadyClosedException broken) {
            // It is not this one: nothing can be written any more.
            throw broken;
        } catch (RuntimeException unfit) {
            unreadable.report(UnreadableEntries.SEARCH, projected.id(), unfit);
            writer.deleteDocuments(EntryFields.key(projected.id()));
        }
    }

    private void write(ProjectedPost projected, boolean isNew) throws IOException {
        var key = EntryFields.key(projected.id());
        if (!(projected instanceof Entry entry)) {
            writer.deleteDocuments(key);
        } else if (isNew) {
            writer.addDocument(EntryFields.write(entry.post()));
        } else {
            writer.updateDocument(key, EntryFields.write(entry.post()));
        }
    }

    private static IndexWriterConfig settings(int bufferMegabytes) {
        return new IndexWriterConfig(new KeywordAnalyzer())
                .setCodec(new QuickTextCodec())
                .setIndexSort(NEWEST_FIRST)
                .setMergePolicy(pieces(PIECES_WHILE_FILLED))
                .setRAMBufferSizeMB(bufferMegabytes)
                .setCommitOnClose(false);
    }

    private static MergePolicy pieces(int number) {
        return new TieredMergePolicy().setSegmentsPerTier(number).setMaxMergeAtOnce(number);
    }
}
