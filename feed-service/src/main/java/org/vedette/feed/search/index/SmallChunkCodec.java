package org.vedette.feed.search.index;

import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.StoredFieldsFormat;
import org.apache.lucene.codecs.compressing.CompressionMode;
import org.apache.lucene.codecs.lucene90.compressing.Lucene90CompressingStoredFieldsFormat;

/**
 * Lucene's default codec with small chunks of stored fields: showing a hit decompresses its own text and no other. It is
 * not registered as a service, which only matters to an index that is opened again; ours never is.
 */
final class SmallChunkCodec extends FilterCodec {

    private static final String NAME = "SmallChunk";
    private static final int CHUNK_SIZE = 2_048;
    private static final int MAX_DOCS_PER_CHUNK = 16;
    private static final int BLOCK_SHIFT = 10;

    private final StoredFieldsFormat storedFields = new Lucene90CompressingStoredFieldsFormat(
            NAME, CompressionMode.FAST, CHUNK_SIZE, MAX_DOCS_PER_CHUNK, BLOCK_SHIFT);

    SmallChunkCodec() {
        super(NAME, Codec.getDefault());
    }

    @Override
    public StoredFieldsFormat storedFieldsFormat() {
        return storedFields;
    }
}
