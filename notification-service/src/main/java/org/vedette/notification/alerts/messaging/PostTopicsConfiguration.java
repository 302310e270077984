package org.vedette.notification.alerts.messaging;

import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;
import org.vedette.events.Topics;
import org.vedette.notification.NotificationServiceProperties;

/** Declares the topic of post events and its dead letters, with the settings that the events' contract says. */
@Configuration(proxyBeanMethods = false)
class PostTopicsConfiguration {

    @Bean
    NewTopics postTopics(NotificationServiceProperties properties) {
        return new NewTopics(posts(properties), deadLetters(properties));
    }

    private static NewTopic posts(NotificationServiceProperties properties) {
        return TopicBuilder.name(Topics.POSTS)
                .partitions(Topics.POSTS_PARTITIONS)
                .replicas(properties.topicReplicas())
                .configs(Topics.POSTS_SETTINGS)
                .build();
    }

    private static NewTopic deadLetters(NotificationServiceProperties properties) {
        return TopicBuilder.name(Topics.POSTS + Topics.DEAD_LETTER_SUFFIX)
                .partitions(Topics.POSTS_PARTITIONS)
                .replicas(properties.topicReplicas())
                .configs(Topics.DEAD_LETTER_SETTINGS)
                .build();
    }
}
