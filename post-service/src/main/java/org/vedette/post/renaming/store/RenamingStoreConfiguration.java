package org.vedette.post.renaming.store;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.List;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.post.PostServiceProperties;
import org.vedette.starter.mongo.CollectionIndexes;

/** The collections of renamings, and their indexes. */
@Configuration(proxyBeanMethods = false)
class RenamingStoreConfiguration {

    @Bean
    MongoCollection<Document> renamings(MongoClient client, PostServiceProperties properties) {
        return client.getDatabase(properties.database()).getCollection("renamings");
    }

    @Bean
    MongoCollection<Document> renamingClaims(MongoClient client, PostServiceProperties properties) {
        return client.getDatabase(properties.database()).getCollection("renamingClaims");
    }

    @Bean
    CollectionIndexes renamingIndexes(MongoCollection<Document> renamings) {
        return new CollectionIndexes(
                renamings,
                List.of(
                        new IndexModel(Indexes.ascending(RenamingDocuments.OPEN), new IndexOptions().sparse(true)),
                        new IndexModel(Indexes.descending(RenamingDocuments.STARTED_AT))));
    }
}
