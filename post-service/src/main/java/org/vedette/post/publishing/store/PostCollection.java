package org.vedette.post.publishing.store;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.vedette.post.PostServiceProperties;

/** The collection of posts. */
@Component
final class PostCollection {

    private final MongoCollection<Document> documents;

    PostCollection(MongoClient client, PostServiceProperties properties) {
        this.documents = client.getDatabase(properties.database()).getCollection("posts");
    }

    MongoCollection<Document> documents() {
        return documents;
    }
}
