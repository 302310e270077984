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
 * Encodes documents with long texts. The driver writes a string character by character, which was a quarter of all the work
 * of a projection; the JDK encodes it at once.
 */
final class BsonEncoder {

    private static final EncoderContext CONTEXT = EncoderContext.builder().build();

    private final Codec<Document> codec;

    BsonEncoder(CodecRegistry codecs) {
        this.codec = codecs.get(Document.class);
    }

    RawBsonDocument encode(Document document) {
        var bytes = new Utf8Buffer();
        try (var writer = new BsonBinaryWriter(bytes)) {
            codec.encode(writer, document, CONTEXT);
        }
        return new RawBsonDocument(bytes.getInternalBuffer(), 0, bytes.getSize());
    }

    /** A string is its length with the closing zero, its bytes, and the zero (BSON 1.1). */
    private static final class Utf8Buffer extends BasicOutputBuffer {

        @Override
        public void writeString(String text) {
            var encoded = text.getBytes(UTF_8);
            writeInt32(encoded.length + 1);
            writeBytes(encoded);
            writeByte(0);
        }
    }
}
