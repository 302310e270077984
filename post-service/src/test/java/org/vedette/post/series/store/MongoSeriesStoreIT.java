package org.vedette.post.series.store;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import org.junit.jupiter.api.AfterAll;
import org.vedette.post.series.SeriesStore;
import org.vedette.post.series.SeriesStoreContract;
import org.vedette.testsupport.infrastructure.Infrastructure;

class MongoSeriesStoreIT extends SeriesStoreContract {

    private static final MongoClient CLIENT = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(Infrastructure.mongodb()))
            .build());

    private final MongoSeriesStore store = new MongoSeriesStore(
            CLIENT.getDatabase(Infrastructure.freshDatabase("series")).getCollection("series"));

    @AfterAll
    static void disconnect() {
        CLIENT.close();
    }

    @Override
    protected SeriesStore store() {
        return store;
    }
}
