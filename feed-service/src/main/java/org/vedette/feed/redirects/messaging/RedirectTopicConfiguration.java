package org.vedette.feed.redirects.messaging;

import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.vedette.events.Topics;
import org.vedette.feed.FeedServiceProperties;
import org.vedette.feed.redirects.Redirects;
import org.vedette.starter.workers.BackgroundWorker;

/** The topic of redirects, and the worker that reads it. */
@Configuration(proxyBeanMethods = false)
class RedirectTopicConfiguration {

    @Bean
    Redirects redirects() {
        return new Redirects();
    }

    @Bean
    NewTopic redirectsTopic(FeedServiceProperties settings) {
        return TopicBuilder.name(Topics.REDIRECTS)
                .partitions(1)
                .replicas(settings.topicReplicas())
                .configs(Topics.REDIRECTS_SETTINGS)
                .build();
    }

    @Bean
    BackgroundWorker feedRedirects(RedirectListener listener) {
        return BackgroundWorker.repeating("feed-redirects", listener::run)
                .preparedBy(listener::start)
                .wokenBy(listener::stop);
    }
}
