package org.vedette.starter.mongo;

import com.mongodb.reactivestreams.client.MongoClient;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.starter.outages.ServerWatch;
import org.vedette.starter.problems.ProblemMapper;
import org.vedette.starter.workers.BackgroundWorker;

/**
 * Configures timeouts, indexes and health of a service with MongoDB. The service sets
 * {@code management.health.mongodb.enabled=false} and names {@code store} in its readiness group.
 */
@AutoConfiguration(afterName = "org.springframework.boot.mongodb.autoconfigure.MongoReactiveAutoConfiguration")
@ConditionalOnClass(name = "com.mongodb.reactivestreams.client.MongoClient")
@ConditionalOnBean(type = "com.mongodb.reactivestreams.client.MongoClient")
class MongoStarterAutoConfiguration {

    private static final Duration WATCH_INTERVAL = Duration.ofSeconds(5);

    @Bean
    IndexCreator indexCreator(ObjectProvider<CollectionIndexes> indexes, MongoTimeouts timeouts) {
        return new IndexCreator(indexes.orderedStream().toList(), timeouts.startTimeout());
    }

    @Bean
    ReactiveHealthIndicator storeHealthIndicator(MongoClient client, IndexCreator indexes) {
        return new StoreHealthIndicator(client, indexes);
    }

    @Bean
    ServerWatch storeWatch(MongoClient client) {
        var probe = new StoreProbe(client);
        return new ServerWatch(
                "MongoDB at " + probe.addresses(),
                "what needs it waits or is refused, and goes on by itself when it answers",
                probe,
                System::nanoTime);
    }

    @Bean
    BackgroundWorker storeWatcher(ServerWatch storeWatch) {
        return BackgroundWorker.every(WATCH_INTERVAL, "store-watch", storeWatch::check)
                .withStopTimeout(Duration.ofMillis(1));
    }

    @Bean
    MeterBinder storeMetrics(ServerWatch storeWatch) {
        return registry -> TimeGauge.builder(
                        "vedette.mongodb.unavailable",
                        storeWatch,
                        TimeUnit.MILLISECONDS,
                        watch -> watch.unavailableFor().toMillis())
                .description("How long the store has not answered; 0 when it does")
                .register(registry);
    }

    @Bean
    ProblemMapper mongoProblems() {
        return new MongoProblems();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(MongoTimeouts.class)
    static class TimeoutsConfiguration {}
}
