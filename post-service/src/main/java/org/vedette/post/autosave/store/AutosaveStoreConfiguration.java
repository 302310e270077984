package org.vedette.post.autosave.store;

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

/** The collection of what was typed and not saved yet, and its index. */
@Configuration(proxyBeanMethods = false)
class AutosaveStoreConfiguration {

    @Bean
    MongoCollection<Document> autosaves(MongoClient client, PostServiceProperties properties) {
        return client.getDatabase(properties.database()).getCollection("autosaves");
    }

    @Bean
    CollectionIndexes autosaveIndexes(MongoCollection<Document> autosaves) {
        return new CollectionIndexes(
                autosaves,
                List.of(new IndexModel(Indexes.ascending(MongoAutosaves.POST), new IndexOptions().sparse(true))));
    }
}
