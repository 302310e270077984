package org.vedette.notification.delivery.messaging;

import java.time.Duration;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.starter.kafka.DeadLetterTopic;

/** Declares the topic of mailings, which only this service uses, and its dead letters. */
@Configuration(proxyBeanMethods = false)
class MailingTopicsConfiguration {

    private static final int PARTITIONS = 6;
    private static final Duration RETENTION = Duration.ofDays(7);

    @Bean
    NewTopics mailings(NotificationServiceProperties properties) {
        var mailings = TopicBuilder.name(MailingRecord.TOPIC)
                .partitions(PARTITIONS)
                .replicas(properties.topicReplicas())
                .config(TopicConfig.RETENTION_MS_CONFIG, Long.toString(RETENTION.toMillis()))
                .build();
        return new NewTopics(mailings, DeadLetterTopic.of(mailings));
    }
}
