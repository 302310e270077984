package org.vedette.starter.mongo;

import com.mongodb.reactivestreams.client.MongoClient;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.starter.problems.ProblemMapper;

/**
 * Configures timeouts, indexes and health of a service with MongoDB. The service sets
 * {@code management.health.mongodb.enabled=false} and names {@code store} in its readiness group.
 */
@AutoConfiguration(afterName = "org.springframework.boot.mongodb.autoconfigure.MongoReactiveAutoConfiguration")
@ConditionalOnClass(name = "com.mongodb.reactivestreams.client.MongoClient")
@ConditionalOnBean(type = "com.mongodb.reactivestreams.client.MongoClient")
class MongoStarterAutoConfiguration {

    @Bean
    IndexCreator indexCreator(ObjectProvider<CollectionIndexes> indexes, MongoTimeouts timeouts) {
        return new IndexCreator(indexes.orderedStream().toList(), timeouts.startTimeout());
    }

    @Bean
    ReactiveHealthIndicator storeHealthIndicator(MongoClient client, IndexCreator indexes) {
        return new StoreHealthIndicator(client, indexes);
    }

    @Bean
    ProblemMapper mongoProblems() {
        return new MongoProblems();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(MongoTimeouts.class)
    static class TimeoutsConfiguration {}
}
