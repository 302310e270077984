package org.vedette.post.sharing.store;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.junit.jupiter.api.AfterAll;
import org.vedette.post.sharing.PreviewLinks;
import org.vedette.post.sharing.PreviewLinksContract;
import org.vedette.testsupport.infrastructure.Infrastructure;
import reactor.core.publisher.Flux;

class MongoPreviewLinksIT extends PreviewLinksContract {

    private static final MongoClient CLIENT = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(Infrastructure.mongodb()))
            .uuidRepresentation(UuidRepresentation.STANDARD)
            .build());
    private static final MongoCollection<Document> LINKS = collection();

    private final MongoPreviewLinks links = new MongoPreviewLinks(LINKS);

    @AfterAll
    static void disconnect() {
        CLIENT.close();
    }

    @Override
    protected PreviewLinks links() {
        return links;
    }

    private static MongoCollection<Document> collection() {
        var collection =
                CLIENT.getDatabase(Infrastructure.freshDatabase("links")).getCollection("previewLinks");
        var indexes =
                new LinkStoreConfiguration().previewLinkIndexes(collection).indexes();
        Flux.from(collection.createIndexes(indexes)).blockLast(Duration.ofSeconds(20));
        return collection;
    }
}
