package org.vedette.post.imports.store;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.List;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.post.PostServiceProperties;
import org.vedette.starter.mongo.CollectionIndexes;

/** The collection of imports, and its index. */
@Configuration(proxyBeanMethods = false)
class ImportStoreConfiguration {

    @Bean
    MongoCollection<Document> imports(MongoClient client, PostServiceProperties properties) {
        return client.getDatabase(properties.database()).getCollection("imports");
    }

    @Bean
    CollectionIndexes importIndexes(MongoCollection<Document> imports) {
        return new CollectionIndexes(imports, List.of(new IndexModel(Indexes.descending(ImportDocuments.STARTED_AT))));
    }
}
