package org.vedette.benchmarks.suite;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.Objects;
import reactor.core.publisher.Flux;

/** What the feed service has put into its store. */
public final class StoredEntries implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final MongoClient client;

    public StoredEntries(String mongodb) {
        this.client = MongoClients.create(mongodb);
    }

    /** Documents in its largest collection: a rebuild may have given that another name. */
    public long count() {
        MongoDatabase database = client.getDatabase("vedette_feed");
        return Objects.requireNonNull(Flux.from(database.listCollectionNames())
                .flatMap(name -> database.getCollection(name).estimatedDocumentCount())
                .reduce(0L, Math::max)
                .block(PATIENCE));
    }

    @Override
    public void close() {
        client.close();
    }
}
