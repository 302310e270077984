package org.vedette.gateway.accounts.store;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.starter.mongo.CollectionIndexes;

/** Declares the index of the collection {@code accounts} that makes login names unique. */
@Configuration(proxyBeanMethods = false)
class AccountIndexesConfiguration {

    @Bean
    CollectionIndexes accountIndexes(MongoDatabase database) {
        return new CollectionIndexes(
                database.getCollection(MongoAccounts.COLLECTION),
                List.of(new IndexModel(ascending(AccountDocuments.LOGIN), new IndexOptions().unique(true))));
    }
}
