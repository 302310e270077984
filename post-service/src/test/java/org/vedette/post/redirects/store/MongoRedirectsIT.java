package org.vedette.post.redirects.store;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.vedette.post.redirects.Redirects;
import org.vedette.post.redirects.RedirectsContract;
import org.vedette.testsupport.infrastructure.Infrastructure;
import reactor.core.publisher.Flux;

class MongoRedirectsIT extends RedirectsContract {

    private static final MongoClient CLIENT = MongoClients.create(Infrastructure.mongodb());
    private static final MongoDatabase DATABASE = database();

    @AfterAll
    static void disconnect() {
        CLIENT.close();
    }

    @Override
    protected Redirects redirects() {
        return new MongoRedirects(DATABASE.getCollection("redirects"), DATABASE.getCollection("redirectClaims"));
    }

    private static MongoDatabase database() {
        var database = CLIENT.getDatabase(Infrastructure.freshDatabase("redirects"));
        var collection = database.getCollection("redirects");
        var indexes =
                new RedirectStoreConfiguration().redirectIndexes(collection).indexes();
        Flux.from(collection.createIndexes(indexes)).blockLast(Duration.ofSeconds(20));
        return database;
    }
}
