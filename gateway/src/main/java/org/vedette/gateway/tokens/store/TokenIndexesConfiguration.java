package org.vedette.gateway.tokens.store;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexModel;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.starter.mongo.CollectionIndexes;

/** Declares the index of the collection {@code tokens}. */
@Configuration(proxyBeanMethods = false)
class TokenIndexesConfiguration {

    @Bean
    CollectionIndexes tokenIndexes(MongoDatabase database) {
        return new CollectionIndexes(
                database.getCollection(MongoPersonalTokens.COLLECTION),
                List.of(new IndexModel(ascending(MongoPersonalTokens.OWNER))));
    }
}
