package org.vedette.feed.entries.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.bson.BsonBinaryWriter;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.Codec;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.io.BasicOutputBuffer;

/**
 * Makes the bytes of documents with long texts. The driver writes a string character by character, which was a quarter of
 * all the work of a projection; the JDK encodes it at once.
 */
final class DocumentBytes {

    private static final EncoderContext PLAIN = EncoderContext.builder().build();

    private final Codec<Document> codec;

    DocumentBytes(CodecRegistry codecs) {
        this.codec = codecs.get(Document.class);
    }

    RawBsonDocument of(Document document) {
        var bytes = new Bytes();
        try (var writer = new BsonBinaryWriter(bytes)) {
            codec.encode(writer, document, PLAIN);
        }
        return new RawBsonDocument(bytes.getInternalBuffer(), 0, bytes.getSize());
    }

    /** A string is its length with the closing zero, its bytes, and the zero (BSON 1.1). */
    private static final class Bytes extends BasicOutputBuffer {

        @Override
        public void writeString(String text) {
            var encoded = text.getBytes(UTF_8);
            writeInt32(encoded.length + 1);
            writeBytes(encoded);
            writeByte(0);
        }
    }
}
