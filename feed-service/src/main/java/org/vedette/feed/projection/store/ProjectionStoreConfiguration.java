package org.vedette.feed.projection.store;

import com.mongodb.reactivestreams.client.MongoClient;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.feed.FeedServiceProperties;
import org.vedette.feed.blog.Language;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.Entries;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.entries.RestrictedEntries;
import org.vedette.feed.entries.UnreadableEntries;
import org.vedette.feed.projection.ProjectionVersions;
import reactor.core.publisher.Mono;

/** The projection versions in the database of this service, and the one that this instance serves. */
@Configuration(proxyBeanMethods = false)
class ProjectionStoreConfiguration {

    @Bean
    ProjectionVersions projectionVersions(
            MongoClient client, FeedServiceProperties settings, UnreadableEntries unreadable) {
        return new MongoProjectionVersions(
                client.getDatabase(settings.database()),
                unreadable,
                new Language(settings.site().language()));
    }

    @Bean
    Entries servedEntries(
            ProjectionVersions versions,
            CurrentTimeline timeline,
            UnreadableEntries unreadable,
            FeedServiceProperties settings) {
        return new ServedEntries(versions, timeline, unreadable, settings.rememberedHeads());
    }

    @Bean
    RestrictedEntries restrictedEntries(ProjectionVersions versions, CurrentTimeline timeline) {
        return id -> Mono.defer(() -> Mono.justOrEmpty(timeline.version()))
                .flatMap(version -> versions.entries(version).get(List.of(id)).next())
                .ofType(Entry.class);
    }
}
