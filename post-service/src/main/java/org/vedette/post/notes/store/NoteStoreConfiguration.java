package org.vedette.post.notes.store;

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

/** The collection of notes and its index. */
@Configuration(proxyBeanMethods = false)
class NoteStoreConfiguration {

    @Bean
    MongoCollection<Document> notes(MongoClient client, PostServiceProperties properties) {
        return client.getDatabase(properties.database()).getCollection("notes");
    }

    @Bean
    CollectionIndexes noteIndexes(MongoCollection<Document> notes) {
        return new CollectionIndexes(notes, List.of(new IndexModel(Indexes.ascending(NoteDocuments.POST))));
    }
}
