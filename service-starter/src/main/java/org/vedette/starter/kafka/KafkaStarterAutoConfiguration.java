package org.vedette.starter.kafka;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.RetryListener;
import org.vedette.starter.contract.TopicInspector;
import org.vedette.starter.workers.BackgroundWorker;

/**
 * Configures topics, retries and dead letters of a service with Kafka. The service sets
 * {@code spring.kafka.admin.auto-create=false}, so that nothing waits for the broker at the start.
 */
@AutoConfiguration(afterName = "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration")
@ConditionalOnClass(name = "org.springframework.kafka.core.KafkaTemplate")
@ConditionalOnBean(type = "org.springframework.kafka.core.KafkaAdmin")
class KafkaStarterAutoConfiguration {

    /** Creates the topics in the background; {@link TopicsCreatedEvent} tells when they exist. */
    @Bean
    BackgroundWorker topicCreator(TopicInspector topics, ApplicationEventPublisher events) {
        return BackgroundWorker.untilItSucceeds(
                        "topic-creator", new TopicCreator(topics::createMissing, events)::create)
                .withStopTimeout(Duration.ofMillis(1));
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(name = "kafkaListenerContainerFactory")
    static class ListenerConfiguration {

        private static final Duration SUPERVISION_INTERVAL = Duration.ofSeconds(2);

        @Bean
        RetryTracker retryTracker(ObjectProvider<Clock> clock) {
            return new RetryTracker(clock.getIfAvailable(Clock::systemUTC));
        }

        @Bean
        RetrySuccessInterceptor retrySuccessInterceptor(RetryTracker tracker) {
            return new RetrySuccessInterceptor(tracker);
        }

        @Bean
        @ConditionalOnMissingBean(CommonErrorHandler.class)
        CommonErrorHandler recordErrorHandler(
                KafkaOperations<?, ?> kafka,
                ObjectProvider<MeterRegistry> meters,
                ObjectProvider<RetryListener> listeners) {
            var deadLetters = new DeadLetters(kafka, meters.getIfAvailable(SimpleMeterRegistry::new));
            return RecordErrorHandlers.create(
                    deadLetters, listeners.orderedStream().toList());
        }

        @Bean
        MeterBinder retryMetrics(RetryTracker tracker) {
            return registry -> Gauge.builder(
                            "vedette.kafka.retry.seconds",
                            tracker,
                            each -> each.longestWait().toSeconds())
                    .description("How long the longest-waiting record has been retried; 0 when none is")
                    .baseUnit("seconds")
                    .register(registry);
        }

        @Bean
        ListenerSupervisor listenerSupervisor() {
            return new ListenerSupervisor();
        }

        @Bean
        BackgroundWorker listenerSupervision(ListenerSupervisor supervisor) {
            return BackgroundWorker.every(SUPERVISION_INTERVAL, "listener-supervisor", supervisor::restartEnded);
        }

        @Bean
        HealthIndicator listenersHealthIndicator(RetryTracker tracker, ListenerSupervisor supervisor) {
            return new ListenersHealthIndicator(tracker, supervisor);
        }
    }
}
