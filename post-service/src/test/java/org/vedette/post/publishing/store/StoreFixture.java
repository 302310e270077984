package org.vedette.post.publishing.store;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.springframework.util.unit.DataSize;
import org.vedette.post.PostServiceProperties;
import org.vedette.post.content.Language;
import org.vedette.post.listing.InMemoryPostIndex;
import org.vedette.post.listing.IndexUpdates;
import org.vedette.post.listing.PostIndex;
import org.vedette.testsupport.infrastructure.Infrastructure;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/** A database of its own with the adapters of the store. */
final class StoreFixture implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final MongoClient client = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(Infrastructure.mongodb()))
            .uuidRepresentation(UuidRepresentation.STANDARD)
            .build());
    private final MongoCollection<Document> collection;
    private final List<UUID> woken = new CopyOnWriteArrayList<>();
    private final MongoPosts posts;
    private final PostIndex index = new InMemoryPostIndex();
    private final MongoStoredPosts stored;
    private final MongoRevisions revisions;
    private final MongoOutbox outbox;

    StoreFixture() {
        var configuration = new StoreConfiguration();
        var settings = new PostServiceProperties(
                URI.create("http://localhost"),
                Infrastructure.freshDatabase("posts"),
                "en",
                ZoneOffset.UTC,
                DataSize.ofKilobytes(512),
                Duration.ofSeconds(1),
                Path.of("target"),
                1,
                List.of());
        collection = configuration.posts(client, settings);
        var former = configuration.revisions(client, settings);
        var indexes = configuration.postIndexes(collection).indexes();
        Flux.from(collection.createIndexes(indexes)).blockLast(TIMEOUT);
        var language = new Language("sv");
        revisions = new MongoRevisions(collection, former, language);
        var writer = new MongoPostWriter(
                collection,
                revisions,
                new OutboxDocuments(JsonMapper.shared()),
                woken::add,
                new IndexUpdates(index, Schedulers.immediate()),
                List.of());
        stored = new MongoStoredPosts(collection, language);
        posts = new MongoPosts(collection, writer, language);
        outbox = new MongoOutbox(collection);
    }

    MongoPosts posts() {
        return posts;
    }

    MongoStoredPosts stored() {
        return stored;
    }

    MongoRevisions revisions() {
        return revisions;
    }

    List<UUID> woken() {
        return woken;
    }

    MongoOutbox outbox() {
        return outbox;
    }

    MongoCollection<Document> collection() {
        return collection;
    }

    /** Inserts a document as it is. */
    void insert(Document document) {
        Mono.from(collection.insertOne(document)).block(TIMEOUT);
    }

    /** The whole document of a post. */
    Document document(UUID postId) {
        return Mono.from(collection.find(Filters.eq(postId)).first())
                .blockOptional(TIMEOUT)
                .orElseThrow();
    }

    @Override
    public void close() {
        client.close();
    }
}
