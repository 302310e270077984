package org.vedette.gateway.links.store;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.starter.mongo.CollectionIndexes;

/** Declares the index of the collection {@code links} by which a link is found. */
@Configuration(proxyBeanMethods = false)
class LinkIndexesConfiguration {

    @Bean
    CollectionIndexes linkIndexes(MongoDatabase database) {
        return new CollectionIndexes(
                database.getCollection(MongoAccountLinks.COLLECTION),
                List.of(new IndexModel(ascending(MongoAccountLinks.HASH), new IndexOptions().unique(true))));
    }
}
