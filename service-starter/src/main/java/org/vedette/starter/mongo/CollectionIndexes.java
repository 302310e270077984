package org.vedette.starter.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.List;
import org.bson.Document;

/**
 * The indexes that a collection must have before its service is ready. A bean of a service; creating them again changes
 * nothing.
 */
public record CollectionIndexes(MongoCollection<Document> collection, List<IndexModel> indexes) {

    public CollectionIndexes {
        indexes = List.copyOf(indexes);
    }
}
