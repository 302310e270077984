package org.vedette.feed.versions.store;

import com.mongodb.reactivestreams.client.MongoClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.feed.FeedServiceProperties;
import org.vedette.feed.entries.UnreadableEntries;
import org.vedette.feed.versions.ProjectionVersions;

/** The database of this service. */
@Configuration(proxyBeanMethods = false)
class EditionStore {

    @Bean
    ProjectionVersions editions(MongoClient client, FeedServiceProperties settings, UnreadableEntries unreadable) {
        return new MongoProjectionVersions(client.getDatabase(settings.database()), unreadable);
    }
}
