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

/** The topic this service writes, and what its producer needs besides the settings. */
@Configuration(proxyBeanMethods = false)
class PostTopics {

    @Bean
    NewTopic posts(PostServiceProperties properties) {
        return TopicBuilder.name(Topics.POSTS)
                .partitions(Topics.POSTS_PARTITIONS)
                .replicas(properties.topicReplicas())
                .configs(Topics.POSTS_SETTINGS)
                .build();
    }

    @Bean
    DefaultKafkaProducerFactoryCustomizer largestEvent() {
        return producer ->
                producer.updateConfigs(Map.of(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.POSTS_MAX_BYTES));
    }

    /** The relay says it once per outage; the default says it for every event, with the payload. */
    @Bean
    ProducerListener<Object, Object> silent() {
        return new ProducerListener<>() {};
    }
}
