package org.vedette.post.media.store;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.vedette.post.media.MediaLibrary;
import org.vedette.post.media.MediaLibraryContract;
import org.vedette.testsupport.infrastructure.Infrastructure;
import reactor.core.publisher.Flux;

class MongoMediaLibraryIT extends MediaLibraryContract {

    private static final MongoClient CLIENT = MongoClients.create(Infrastructure.mongodb());
    private static final MongoCollection<Document> MEDIA = media();

    @AfterAll
    static void disconnect() {
        CLIENT.close();
    }

    @Override
    protected MediaLibrary library() {
        return new MongoMediaLibrary(MEDIA);
    }

    private static MongoCollection<Document> media() {
        var collection =
                CLIENT.getDatabase(Infrastructure.freshDatabase("media")).getCollection("media");
        var indexes = new MediaStoreConfiguration().mediaIndexes(collection).indexes();
        Flux.from(collection.createIndexes(indexes)).blockLast(Duration.ofSeconds(20));
        return collection;
    }
}
