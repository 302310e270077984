package org.vedette.post.authors.store;

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

/** The collection of the names of authors and its indexes. */
@Configuration(proxyBeanMethods = false)
class AuthorStoreConfiguration {

    @Bean
    MongoCollection<Document> authors(MongoClient client, PostServiceProperties properties) {
        return client.getDatabase(properties.database()).getCollection("authors");
    }

    @Bean
    CollectionIndexes authorIndexes(MongoCollection<Document> authors) {
        return new CollectionIndexes(
                authors,
                List.of(
                        new IndexModel(Indexes.ascending(AuthorDocuments.SLUG), new IndexOptions().unique(true)),
                        new IndexModel(Indexes.ascending(AuthorDocuments.MERGED_INTO), new IndexOptions().sparse(true)),
                        new IndexModel(
                                Indexes.ascending(AuthorDocuments.REPUBLISHING), new IndexOptions().sparse(true))));
    }
}
