package org.vedette.notification.delivery.messaging;

import java.time.Duration;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;
import org.vedette.events.Topics;
import org.vedette.notification.NotificationServiceProperties;

/** The topic of the mailings, which belongs to this service alone. */
@Configuration(proxyBeanMethods = false)
class MailingTopics {

    private static final int PARTITIONS = 6;
    private static final Duration KEPT = Duration.ofDays(7);

    @Bean
    NewTopics mailings(NotificationServiceProperties properties) {
        var mailings = TopicBuilder.name(MailingRecord.TOPIC)
                .partitions(PARTITIONS)
                .replicas(properties.topicReplicas())
                .config(TopicConfig.RETENTION_MS_CONFIG, Long.toString(KEPT.toMillis()))
                .build();
        var deadLetters = TopicBuilder.name(MailingRecord.TOPIC + Topics.DEAD_LETTER_SUFFIX)
                .partitions(PARTITIONS)
                .replicas(properties.topicReplicas())
                .build();
        return new NewTopics(mailings, deadLetters);
    }
}
