package org.vedette.embedded.store.encoding;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.Unpooled;

/** Documents to BSON bytes and back. */
public final class BsonBytes {

    private static final int TYPICAL_SIZE = 1024;
    private static final int OBJECT_TOO_LARGE = 10334;

    private BsonBytes() {}

    public static byte[] encode(Document document) {
        var buffer = Unpooled.buffer(TYPICAL_SIZE);
        BsonEncoder.encodeDocument(document, buffer);
        if (buffer.readableBytes() > BsonConstants.MAX_BSON_OBJECT_SIZE) {
            throw new MongoServerError(
                    OBJECT_TOO_LARGE,
                    "BSONObjectTooLarge",
                    "a document may have " + BsonConstants.MAX_BSON_OBJECT_SIZE + " bytes, this one has "
                            + buffer.readableBytes());
        }
        var bytes = new byte[buffer.readableBytes()];
        buffer.readBytes(bytes);
        return bytes;
    }

    public static Document decode(byte[] bytes) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
    }
}
