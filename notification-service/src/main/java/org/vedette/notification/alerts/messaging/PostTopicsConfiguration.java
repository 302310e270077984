package org.vedette.notification.alerts.messaging;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;
import org.vedette.events.Topics;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.starter.kafka.DeadLetterTopic;

/** Declares the topic of post events and its dead letters, with the settings that the events' contract says. */
@Configuration(proxyBeanMethods = false)
class PostTopicsConfiguration {

    @Bean
    NewTopics postTopics(NotificationServiceProperties properties) {
        var posts = TopicBuilder.name(Topics.POSTS)
                .partitions(Topics.POSTS_PARTITIONS)
                .replicas(properties.topicReplicas())
                .configs(Topics.POSTS_SETTINGS)
                .build();
        return new NewTopics(posts, DeadLetterTopic.of(posts));
    }
}
