package org.vedette.post.outbox.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vedette.events.Topics;
import org.vedette.post.outbox.PendingEvent;

class KafkaEventPublisherTests {

    private static final UUID EVENT = UUID.fromString("0190163d-8694-739b-aea5-966c26f8ad91");
    private static final UUID POST = UUID.fromString("0190163d-8694-739b-aea5-966c26f8ad92");

    @Test
    void theKeyIsThePost() {
        var message = KafkaEventPublisher.producerRecord(event(null));

        assertThat(message.topic()).isEqualTo(Topics.POSTS);
        assertThat(message.key()).isEqualTo(POST.toString());
    }

    @Test
    void theValueIsTheStoredJson() {
        var message = KafkaEventPublisher.producerRecord(event(null));

        assertThat(message.value()).asString(StandardCharsets.UTF_8).isEqualTo("{\"é\":1}");
    }

    @Test
    void theAttributesAreHeaders() {
        assertThat(headers(KafkaEventPublisher.producerRecord(event(null))))
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

        assertThat(headers(KafkaEventPublisher.producerRecord(event(trace))))
                .containsEntry("traceparent", trace)
                .containsEntry("ce_traceparent", trace);
    }

    @Test
    void theSendTimeoutIsThatOfTheProducer() {
        var producer = Map.<String, Object>of(
                "bootstrap.servers",
                "localhost:9092",
                "key.serializer",
                StringSerializer.class,
                "value.serializer",
                ByteArraySerializer.class,
                "max.block.ms",
                "2000",
                "delivery.timeout.ms",
                "6000");

        assertThat(KafkaEventPublisher.sendTimeout(producer)).isEqualTo(Duration.ofSeconds(8));
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
