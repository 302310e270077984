package org.vedette.feed.entries.store;

import com.mongodb.reactivestreams.client.MongoClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.feed.FeedServiceProperties;
import org.vedette.feed.entries.Entries;

/** The database of this service. */
@Configuration(proxyBeanMethods = false)
class EntryStore {

    @Bean
    Entries entries(MongoClient client, FeedServiceProperties settings) {
        return new MongoEntries(client.getDatabase(settings.database()).getCollection("entries"));
    }
}
