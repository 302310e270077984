package org.vedette.post.series.store;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.post.PostServiceProperties;

/** The collection of series, which are found by their ids alone. */
@Configuration(proxyBeanMethods = false)
class SeriesStoreConfiguration {

    @Bean
    MongoCollection<Document> storedSeries(MongoClient client, PostServiceProperties properties) {
        return client.getDatabase(properties.database()).getCollection("series");
    }
}
