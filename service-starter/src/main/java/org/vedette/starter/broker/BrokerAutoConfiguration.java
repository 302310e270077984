package org.vedette.starter.broker;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaAdmin;
import org.vedette.starter.outages.ServerHealthIndicator;
import org.vedette.starter.outages.ServerWatch;
import org.vedette.starter.workers.BackgroundWorker;

/** Watches the broker of a service with Kafka, and lets its listeners begin when it answers. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
        })
@ConditionalOnClass(name = "org.springframework.kafka.core.KafkaTemplate")
@ConditionalOnBean(type = "org.springframework.kafka.core.KafkaAdmin")
class BrokerAutoConfiguration {

    private static final Duration INTERVAL = Duration.ofSeconds(5);

    @Bean(destroyMethod = "close")
    BrokerProbe brokerProbe(KafkaAdmin admin) {
        return new BrokerProbe(admin.getConfigurationProperties(), Admin::create);
    }

    @Bean
    ServerWatch brokerWatch(KafkaAdmin admin, BrokerProbe probe) {
        var addresses = admin.getConfigurationProperties().get("bootstrap.servers");
        var server = "Kafka at " + String.valueOf(addresses).replaceAll("[\\[\\]]", "");
        return new ServerWatch(
                server, "what needs it waits, and goes on by itself when it answers", probe, System::nanoTime);
    }

    @Bean
    BackgroundWorker brokerWatcher(ServerWatch brokerWatch) {
        return BackgroundWorker.every(INTERVAL, "broker-watch", brokerWatch::check)
                .withStopTimeout(Duration.ofMillis(1));
    }

    @Bean
    HealthIndicator brokerHealthIndicator(ServerWatch brokerWatch) {
        return new ServerHealthIndicator(brokerWatch);
    }

    @Bean
    MeterBinder brokerMetrics(ServerWatch brokerWatch) {
        return registry -> TimeGauge.builder(
                        "vedette.kafka.unavailable",
                        brokerWatch,
                        TimeUnit.MILLISECONDS,
                        watch -> watch.unavailableFor().toMillis())
                .description("How long the broker has not answered; 0 when it does")
                .register(registry);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(name = "kafkaListenerContainerFactory")
    static class ListenerStarterConfiguration {

        @Bean
        @ConditionalOnBean(MeterRegistry.class)
        ListenerLag listenerLag(KafkaListenerEndpointRegistry listeners, MeterRegistry meters) {
            return new ListenerLag(listeners, meters);
        }

        @Bean
        ListenerStarter listenerStarter(ApplicationContext context) {
            return new ListenerStarter(context);
        }
    }
}
