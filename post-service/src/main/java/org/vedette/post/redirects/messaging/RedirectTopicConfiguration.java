package org.vedette.post.redirects.messaging;

import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.vedette.events.Topics;
import org.vedette.post.PostServiceProperties;

/** The topic of redirects. */
@Configuration(proxyBeanMethods = false)
class RedirectTopicConfiguration {

    @Bean
    NewTopic redirectsTopic(PostServiceProperties properties) {
        return TopicBuilder.name(Topics.REDIRECTS)
                .partitions(1)
                .replicas(properties.topicReplicas())
                .configs(Topics.REDIRECTS_SETTINGS)
                .build();
    }
}
