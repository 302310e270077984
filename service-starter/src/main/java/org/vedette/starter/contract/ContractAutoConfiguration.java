package org.vedette.starter.contract;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;
import org.vedette.starter.workers.BackgroundWorker;

/** Checks the topics of a service with Kafka. */
@AutoConfiguration(afterName = "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration")
@ConditionalOnClass(name = "org.springframework.kafka.core.KafkaTemplate")
@ConditionalOnBean(type = "org.springframework.kafka.core.KafkaAdmin")
class ContractAutoConfiguration {

    /** How soon a topic that was mended makes a service ready. */
    private static final Duration LOOK = Duration.ofMinutes(1);

    @Bean
    TopicInspector topicInspector(KafkaAdmin admin, ApplicationContext context) {
        return new TopicInspector(admin, context);
    }

    @Bean
    ContractCheck contractCheck(TopicInspector topics, TopicsProperties properties) {
        return new ContractCheck(
                topics::violations, properties.acceptUnsafe(), properties.checkEvery(), InstantSource.system());
    }

    /** Goes on trying while the broker cannot be reached. */
    @Bean
    BackgroundWorker contractChecker(ContractCheck check, TopicsProperties properties) {
        var interval = properties.checkEvery().compareTo(LOOK) < 0 ? properties.checkEvery() : LOOK;
        return BackgroundWorker.every(interval, "contract-check", check::run);
    }

    @Bean
    HealthIndicator contractHealthIndicator(ContractCheck check) {
        return new ContractHealthIndicator(check);
    }

    @Bean
    MeterBinder contractMetrics(ContractCheck check) {
        return registry -> Gauge.builder(
                        "vedette.infrastructure.violations",
                        check,
                        each -> each.violations().size())
                .description("Settings of topics that are not as the services need them")
                .register(registry);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(TopicsProperties.class)
    static class PropertiesConfiguration {}
}
