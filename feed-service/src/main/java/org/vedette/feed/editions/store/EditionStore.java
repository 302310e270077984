package org.vedette.feed.editions.store;

import com.mongodb.reactivestreams.client.MongoClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.feed.FeedServiceProperties;
import org.vedette.feed.editions.Editions;
import org.vedette.feed.entries.UnreadableEntries;

/** The database of this service. */
@Configuration(proxyBeanMethods = false)
class EditionStore {

    @Bean
    Editions editions(MongoClient client, FeedServiceProperties settings, UnreadableEntries unreadable) {
        return new MongoEditions(client.getDatabase(settings.database()), unreadable);
    }
}
