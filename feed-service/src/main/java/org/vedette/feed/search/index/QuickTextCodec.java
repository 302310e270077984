package org.vedette.feed.search.index;

import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.StoredFieldsFormat;
import org.apache.lucene.codecs.compressing.CompressionMode;
import org.apache.lucene.codecs.lucene90.compressing.Lucene90CompressingStoredFieldsFormat;

/**
 * Lucene's own format, but for the text that is shown: each post is packed by itself, so that showing one unpacks no
 * other. It has no name in Lucene's registry, which only an index that is opened a second time is looked up in.
 */
final class QuickTextCodec extends FilterCodec {

    private static final int BYTES_PACKED_TOGETHER = 2_048;
    private static final int POSTS_PACKED_TOGETHER = 16;
    private static final int BLOCK_SHIFT = 10;

    private final StoredFieldsFormat text = new Lucene90CompressingStoredFieldsFormat(
            "QuickText", CompressionMode.FAST, BYTES_PACKED_TOGETHER, POSTS_PACKED_TOGETHER, BLOCK_SHIFT);

    QuickTextCodec() {
        super("QuickText", Codec.getDefault());
    }

    @Override
    public StoredFieldsFormat storedFieldsFormat() {
        return text;
    }
}
