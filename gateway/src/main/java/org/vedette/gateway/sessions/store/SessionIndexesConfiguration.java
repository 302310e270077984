package org.vedette.gateway.sessions.store;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexModel;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.starter.mongo.CollectionIndexes;

/** Declares the index of the collection {@code sessions}. */
@Configuration(proxyBeanMethods = false)
class SessionIndexesConfiguration {

    @Bean
    CollectionIndexes sessionIndexes(MongoDatabase database) {
        return new CollectionIndexes(
                database.getCollection(MongoSessions.COLLECTION),
                List.of(new IndexModel(ascending(SessionDocuments.ACCOUNT))));
    }
}
