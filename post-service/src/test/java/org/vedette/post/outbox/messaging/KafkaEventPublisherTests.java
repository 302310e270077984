package org.vedette.post.outbox.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.vedette.events.Topics;
import org.vedette.post.outbox.PendingEvent;
import org.vedette.starter.telemetry.Traces;

class KafkaEventPublisherTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final UUID EVENT = UUID.fromString("0190163d-8694-739b-aea5-966c26f8ad91");
    private static final UUID POST = UUID.fromString("0190163d-8694-739b-aea5-966c26f8ad92");

    private static final Map<String, Object> PRODUCER = Map.of(
            "bootstrap.servers", "localhost:9092",
            "key.serializer", StringSerializer.class,
            "value.serializer", ByteArraySerializer.class,
            "max.block.ms", "2000",
            "delivery.timeout.ms", "6000");

    @Test
    void theKeyIsThePost() {
        var message = KafkaEventPublisher.producerRecord(event(null), null);

        assertThat(message.topic()).isEqualTo(Topics.POSTS);
        assertThat(message.key()).isEqualTo(POST.toString());
    }

    @Test
    void theValueIsTheStoredJson() {
        var message = KafkaEventPublisher.producerRecord(event(null), null);

        assertThat(message.value()).asString(StandardCharsets.UTF_8).isEqualTo("{\"é\":1}");
    }

    @Test
    void theAttributesAreHeaders() {
        assertThat(headers(KafkaEventPublisher.producerRecord(event(null), null)))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", EVENT.toString(),
                        "ce_type", "org.vedette.post.published.v1",
                        "ce_source", "urn:vedette:post-service",
                        "ce_subject", POST.toString(),
                        "ce_time", "2026-11-02T09:30:00.123Z",
                        "content-type", "application/json"));
    }

    @Test
    void theTraceContextIsAHeaderAndAnExtension() {
        var trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

        assertThat(headers(KafkaEventPublisher.producerRecord(event(trace), trace)))
                .containsEntry("traceparent", trace)
                .containsEntry("ce_traceparent", trace);
    }

    @Test
    void theSendTimeoutIsThatOfTheProducer() {
        var publisher = publisher(new MockProducer<>());

        assertThat(publisher.sendTimeout()).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void anEventIsPublishedOnceTheBrokerAcknowledgedIt() {
        var producer = new MockProducer<String, byte[]>(false, null, new StringSerializer(), new ByteArraySerializer());
        var published = publisher(producer).publish(event(null)).toFuture();
        await().atMost(TIMEOUT).until(() -> producer.history().size() == 1);
        assertThat(published).isNotDone();

        producer.completeNext();

        assertThat(published).succeedsWithin(TIMEOUT);
        assertThat(producer.history()).extracting(ProducerRecord::key).containsExactly(POST.toString());
    }

    @Test
    void anEventThatTheBrokerRejectedIsNotPublished() {
        var producer = new MockProducer<String, byte[]>(false, null, new StringSerializer(), new ByteArraySerializer());
        var published = publisher(producer).publish(event(null)).toFuture();
        await().atMost(TIMEOUT).until(() -> producer.history().size() == 1);

        producer.errorNext(new RecordTooLargeException("too large"));

        assertThat(published)
                .failsWithin(TIMEOUT)
                .withThrowableThat()
                .havingRootCause()
                .withMessage("too large");
    }

    private static KafkaEventPublisher publisher(MockProducer<String, byte[]> producer) {
        return new KafkaEventPublisher(
                new KafkaTemplate<>(new ProducerFactory<>() {
                    @Override
                    public Producer<String, byte[]> createProducer() {
                        return producer;
                    }

                    @Override
                    public Map<String, Object> getConfigurationProperties() {
                        return PRODUCER;
                    }
                }),
                Traces.OFF);
    }

    private static PendingEvent event(@Nullable String trace) {
        var at = Instant.parse("2026-11-02T09:30:00.123Z");
        return new PendingEvent(EVENT, POST, "org.vedette.post.published.v1", at, "{\"é\":1}", trace);
    }

    private static Map<String, String> headers(ProducerRecord<String, byte[]> message) {
        var headers = new TreeMap<String, String>();
        message.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }
}
