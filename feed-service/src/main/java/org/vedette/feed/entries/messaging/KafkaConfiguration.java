package org.vedette.feed.entries.messaging;

import java.time.Duration;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;
import org.vedette.events.Topics;
import org.vedette.feed.FeedServiceProperties;
import org.vedette.starter.kafka.DeadLetterTopic;
import org.vedette.starter.workers.BackgroundWorker;

/** The topics this service reads and writes, and the worker that reads its own. */
@Configuration(proxyBeanMethods = false)
class KafkaConfiguration {

    /** Changes of entries, which only the instances of this service read. */
    static final String CHANGES = "vedette.feed.v1";

    /** Longer than an instance is ever disconnected, and than a client of live events may be before it resumes. */
    private static final Duration CHANGES_RETENTION = Duration.ofDays(1);

    @Bean
    NewTopics newTopics(FeedServiceProperties settings) {
        var replicas = settings.topicReplicas();
        var posts = posts(replicas);
        return new NewTopics(posts, DeadLetterTopic.of(posts), changes(replicas));
    }

    @Bean
    BackgroundWorker feedChanges(FeedChangeListener listener) {
        return BackgroundWorker.repeating("feed-changes", listener::run)
                .preparedBy(listener::start)
                .wokenBy(listener::stop);
    }

    private static NewTopic posts(int replicas) {
        return TopicBuilder.name(Topics.POSTS)
                .partitions(Topics.POSTS_PARTITIONS)
                .replicas(replicas)
                .configs(Topics.POSTS_SETTINGS)
                .build();
    }

    private static NewTopic changes(int replicas) {
        return TopicBuilder.name(CHANGES)
                .partitions(1)
                .replicas(replicas)
                .config(TopicConfig.RETENTION_MS_CONFIG, String.valueOf(CHANGES_RETENTION.toMillis()))
                .build();
    }
}
