package org.vedette.post.publishing.store;

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

/** The collections of posts and of their former revisions, and their indexes. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    @Bean
    MongoCollection<Document> posts(MongoClient client, PostServiceProperties properties) {
        return client.getDatabase(properties.database()).getCollection("posts");
    }

    @Bean
    MongoCollection<Document> revisions(MongoClient client, PostServiceProperties properties) {
        return client.getDatabase(properties.database()).getCollection("revisions");
    }

    @Bean
    CollectionIndexes revisionIndexes(MongoCollection<Document> revisions) {
        return new CollectionIndexes(
                revisions,
                List.of(
                        new IndexModel(Indexes.ascending(RevisionDocuments.POST)),
                        new IndexModel(Indexes.ascending(MongoMediaUsage.FIELD))));
    }

    @Bean
    CollectionIndexes postIndexes(MongoCollection<Document> posts) {
        return new CollectionIndexes(
                posts,
                List.of(
                        new IndexModel(Indexes.ascending(PostDocuments.SLUGS), new IndexOptions().unique(true)),
                        new IndexModel(Indexes.ascending(OutboxDocuments.PENDING), new IndexOptions().sparse(true)),
                        new IndexModel(Indexes.ascending(PostDocuments.SCHEDULE), new IndexOptions().sparse(true)),
                        new IndexModel(
                                Indexes.ascending(RequestDocuments.KEYS),
                                new IndexOptions().unique(true).sparse(true)),
                        new IndexModel(
                                Indexes.ascending(RequestDocuments.ISSUE),
                                new IndexOptions().unique(true).sparse(true)),
                        new IndexModel(
                                Indexes.ascending(ImportDocuments.SOURCE),
                                new IndexOptions().unique(true).sparse(true)),
                        new IndexModel(Indexes.ascending(PostDocuments.BYLINE_NAMES)),
                        new IndexModel(Indexes.ascending(ContentDocuments.TAGS)),
                        new IndexModel(Indexes.ascending(ContentDocuments.SERIES)),
                        new IndexModel(Indexes.ascending(MongoMediaUsage.FIELD)),
                        new IndexModel(Indexes.ascending(PostDocuments.STORED_IN))));
    }
}
