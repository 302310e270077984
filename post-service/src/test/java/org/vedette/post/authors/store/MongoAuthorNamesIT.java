package org.vedette.post.authors.store;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.vedette.post.authors.AuthorNames;
import org.vedette.post.authors.AuthorNamesContract;
import org.vedette.testsupport.infrastructure.Infrastructure;
import reactor.core.publisher.Flux;

class MongoAuthorNamesIT extends AuthorNamesContract {

    private static final MongoClient CLIENT = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(Infrastructure.mongodb()))
            .build());
    private static final MongoCollection<Document> AUTHORS = authors();

    private final MongoAuthorNames names = new MongoAuthorNames(AUTHORS);

    @AfterAll
    static void disconnect() {
        CLIENT.close();
    }

    @Override
    protected AuthorNames names() {
        return names;
    }

    private static MongoCollection<Document> authors() {
        var collection =
                CLIENT.getDatabase(Infrastructure.freshDatabase("authors")).getCollection("authors");
        var indexes = new AuthorStoreConfiguration().authorIndexes(collection).indexes();
        Flux.from(collection.createIndexes(indexes)).blockLast(Duration.ofSeconds(20));
        return collection;
    }
}
