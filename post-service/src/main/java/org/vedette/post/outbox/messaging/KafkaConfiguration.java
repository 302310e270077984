package org.vedette.post.outbox.messaging;

import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.support.ProducerListener;
import org.vedette.events.Topics;
import org.vedette.post.PostServiceProperties;

/** The topic this service produces to, and the producer configuration that depends on the topic. */
@Configuration(proxyBeanMethods = false)
class KafkaConfiguration {

    @Bean
    NewTopic postsTopic(PostServiceProperties properties) {
        return TopicBuilder.name(Topics.POSTS)
                .partitions(Topics.POSTS_PARTITIONS)
                .replicas(properties.topicReplicas())
                .configs(Topics.POSTS_SETTINGS)
                .build();
    }

    @Bean
    DefaultKafkaProducerFactoryCustomizer maxRequestSize() {
        return producer ->
                producer.updateConfigs(Map.of(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.POSTS_MAX_BYTES));
    }

    /** Replaces the default, which logs each failed send with its payload; the relay logs one warning per outage. */
    @Bean
    ProducerListener<Object, Object> producerListener() {
        return new ProducerListener<>() {};
    }
}
