package org.vedette.post.sharing.store;

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

/** The collection of links to previews and its indexes. */
@Configuration(proxyBeanMethods = false)
class LinkStoreConfiguration {

    @Bean
    MongoCollection<Document> previewLinks(MongoClient client, PostServiceProperties properties) {
        return client.getDatabase(properties.database()).getCollection("previewLinks");
    }

    @Bean
    CollectionIndexes previewLinkIndexes(MongoCollection<Document> previewLinks) {
        return new CollectionIndexes(
                previewLinks,
                List.of(
                        new IndexModel(Indexes.ascending(LinkDocuments.POST)),
                        new IndexModel(Indexes.ascending(LinkDocuments.SECRET), new IndexOptions().unique(true))));
    }
}
