package org.vedette.notification.alerts.messaging;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer.HeaderNames.HeadersToAdd;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.vedette.events.Topics;
import org.vedette.notification.NotificationServiceProperties;

/** The topics this service reads, and what becomes of a record that fails. */
@Configuration(proxyBeanMethods = false)
class MessagingConfiguration {

    private static final Logger log = LoggerFactory.getLogger(MessagingConfiguration.class);
    private static final int ANY_PARTITION = -1;

    @Bean
    NewTopics postTopics(NotificationServiceProperties properties) {
        return new NewTopics(posts(properties), deadLetters(properties));
    }

    /** What can never be read goes to the dead letters at once, everything else when {@link RetryRules} say so. */
    @Bean
    CommonErrorHandler errorHandler(KafkaOperations<?, ?> kafka, RetryRules rules) {
        var deadLetters = new DeadLetterPublishingRecoverer(
                kafka,
                (record, failure) -> new TopicPartition(record.topic() + Topics.DEAD_LETTER_SUFFIX, ANY_PARTITION));
        deadLetters.excludeHeader(HeadersToAdd.EX_STACKTRACE);
        var handler = new DefaultErrorHandler((record, failure) -> setAside(record, failure, deadLetters));
        handler.setBackOffFunction((record, failure) -> rules.pausesAfter(failure));
        return handler;
    }

    private static void setAside(ConsumerRecord<?, ?> record, Exception failure, ConsumerRecordRecoverer deadLetters) {
        var reason = DeadLetterReason.of(failure);
        deadLetters.accept(record, reason);
        log.warn(
                "Set aside offset {} of partition {} of {}: {}",
                record.offset(),
                record.partition(),
                record.topic(),
                reason.getMessage());
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
