package org.vedette.post.redirects.store;

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

/** The collections of redirects, and their index. */
@Configuration(proxyBeanMethods = false)
class RedirectStoreConfiguration {

    @Bean
    MongoCollection<Document> redirects(MongoClient client, PostServiceProperties properties) {
        return client.getDatabase(properties.database()).getCollection("redirects");
    }

    @Bean
    MongoCollection<Document> redirectClaims(MongoClient client, PostServiceProperties properties) {
        return client.getDatabase(properties.database()).getCollection("redirectClaims");
    }

    @Bean
    CollectionIndexes redirectIndexes(MongoCollection<Document> redirects) {
        return new CollectionIndexes(
                redirects,
                List.of(
                        new IndexModel(Indexes.ascending(RedirectDocuments.PENDING), new IndexOptions().sparse(true)),
                        new IndexModel(Indexes.ascending(RedirectDocuments.TO))));
    }
}
