package org.vedette.starter.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.vedette.starter.failures.UnreadableRecordException;
import org.vedette.testsupport.infrastructure.WithInfrastructure;

/** The listeners of a service that has nothing but the starter, on a real broker. */
@WithInfrastructure
@SpringBootTest(
        classes = ListenersIT.Service.class,
        properties = {
            "spring.kafka.admin.auto-create=false",
            "spring.kafka.admin.fail-fast=false",
            "spring.kafka.consumer.auto-offset-reset=earliest",
            "spring.kafka.consumer.value-deserializer=org.apache.kafka.common.serialization.ByteArrayDeserializer",
            "spring.kafka.producer.value-serializer=org.apache.kafka.common.serialization.ByteArraySerializer",
            "spring.kafka.producer.properties.max.request.size=100000",
            "management.health.mongodb.enabled=false"
        })
class ListenersIT {

    private static final String TOPIC = "starter.listeners";
    private static final String GROUP = "starter-listeners";

    @Autowired
    private KafkaTemplate<String, byte[]> kafka;

    @Autowired
    private Service service;

    @Autowired
    private HealthIndicator listenersHealthIndicator;

    @BeforeEach
    void forgetEarlierRecords() {
        service.failures.clear();
        service.handled.clear();
        service.deadLetters.clear();
    }

    @Test
    void aRecordWaitsInItsOrderForAsLongAsTheFailureLasts() {
        service.failures.put("waits", new IllegalStateException("the store says no"));
        send("waits");
        send("behind");
        await().untilAsserted(() -> assertThat(service.attempts("waits")).hasValueGreaterThan(4));
        assertThat(service.handled).isEmpty();
        assertThat(health().getStatus()).isEqualTo(new Status("DEGRADED"));
        assertThat(health().getDetails().toString()).contains("the store says no");

        service.failures.clear();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(service.handled).containsExactly("waits", "behind"));
        assertThat(service.deadLetters).isEmpty();
        await().untilAsserted(() -> assertThat(health().getStatus()).isEqualTo(Status.UP));
    }

    @Test
    void anUnreadableRecordBecomesADeadLetterWithItsReasonAndHoldsNothingUp() {
        service.failures.put("unreadable", new UnreadableRecordException("no title"));

        send("unreadable");
        send("next");

        await().untilAsserted(() -> assertThat(service.handled).containsExactly("next"));
        await().untilAsserted(() -> assertThat(service.deadLetters).hasSize(1));
        assertThat(header("kafka_dlt-exception-message")).isEqualTo("no title");
        assertThat(header("kafka_dlt-original-consumer-group")).isEqualTo(GROUP);
    }

    @Test
    void anUnreadableRecordThatIsTooLargeToSendAgainLosesItsValueOnly() {
        service.failures.put("large", new UnreadableRecordException("too large"));
        var unchecked = new DefaultKafkaProducerFactory<String, byte[]>(
                Map.copyOf(kafka.getProducerFactory().getConfigurationProperties()));
        unchecked.updateConfigs(Map.of("max.request.size", 500_000));
        assertThat(new KafkaTemplate<>(unchecked).send(TOPIC, "large", new byte[200_000]))
                .succeedsWithin(Duration.ofSeconds(10));
        unchecked.destroy();

        await().untilAsserted(() -> assertThat(service.deadLetters).hasSize(1));

        assertThat(service.deadLetters.get(0).key()).isEqualTo("large");
        assertThat(service.deadLetters.get(0).value()).isNull();
    }

    @Test
    void aListenerThatAnErrorEndedIsStartedAgain() {
        service.failures.put("error", new OutOfMemoryError("made up"));
        send("error");
        await().untilAsserted(() -> assertThat(service.attempts("error")).hasValueGreaterThan(0));

        service.failures.clear();

        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(service.handled).containsExactly("error"));
    }

    private void send(String key) {
        assertThat(kafka.send(TOPIC, key, "value".getBytes(StandardCharsets.UTF_8)))
                .succeedsWithin(Duration.ofSeconds(10));
    }

    private Health health() {
        return Objects.requireNonNull(listenersHealthIndicator.health());
    }

    private String header(String name) {
        return new String(service.deadLetters.get(0).headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Service {

        private final Map<String, Throwable> failures = new ConcurrentHashMap<>();
        private final Map<String, AtomicInteger> attempts = new ConcurrentHashMap<>();
        private final List<String> handled = new CopyOnWriteArrayList<>();
        private final List<ConsumerRecord<String, byte[]>> deadLetters = new CopyOnWriteArrayList<>();

        @Bean
        NewTopic topic() {
            return TopicBuilder.name(TOPIC).partitions(1).build();
        }

        @Bean
        NewTopic deadLetterTopic() {
            return DeadLetterTopic.of(topic());
        }

        AtomicInteger attempts(String key) {
            return attempts.computeIfAbsent(key, each -> new AtomicInteger());
        }

        @KafkaListener(id = "records", groupId = GROUP, topics = TOPIC)
        void onRecord(ConsumerRecord<String, byte[]> record) {
            var failure = failures.get(record.key());
            attempts(record.key()).incrementAndGet(); // A test that sees it may end the failure.
            if (failure instanceof RuntimeException exception) {
                throw exception;
            }
            if (failure instanceof Error error) {
                throw error;
            }
            handled.add(record.key());
        }

        @KafkaListener(id = "dead-letters", groupId = "starter-dead-letters", topics = TOPIC + "-dlt")
        void onDeadLetter(ConsumerRecord<String, byte[]> record) {
            deadLetters.add(record);
        }
    }
}
