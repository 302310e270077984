package org.vedette.post.outbox.messaging;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import org.vedette.events.EventSource;
import org.vedette.events.Topics;
import org.vedette.post.outbox.EventChannel;
import org.vedette.post.outbox.WaitingEvent;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Events as CloudEvents in Kafka's binary mode, keyed by post so that a post's events keep their order. */
@Component
final class KafkaEventChannel implements EventChannel {

    private static final String TRACEPARENT = "traceparent";

    private final KafkaTemplate<String, byte[]> kafka;
    private final Duration longestSend;

    KafkaEventChannel(KafkaTemplate<String, byte[]> kafka) {
        this.kafka = kafka;
        this.longestSend = longestSend(kafka.getProducerFactory().getConfigurationProperties());
    }

    /** A send first waits for the topic's metadata, then in the producer until it is acknowledged or given up. */
    static Duration longestSend(Map<String, Object> producer) {
        Map<String, Object> settings = ProducerConfig.configDef().parse(producer);
        return Stream.of(ProducerConfig.MAX_BLOCK_MS_CONFIG, ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG)
                .map(setting -> (Number) settings.get(setting))
                .map(milliseconds -> Duration.ofMillis(milliseconds.longValue()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public Duration longestSend() {
        return longestSend;
    }

    @Override
    public Mono<Void> send(WaitingEvent event) {
        // Without the topic's metadata a send blocks for max.block.ms.
        return Mono.fromFuture(() -> kafka.send(message(event)))
                .subscribeOn(Schedulers.boundedElastic())
                .then();
    }

    static ProducerRecord<String, byte[]> message(WaitingEvent event) {
        ProducerRecord<String, byte[]> message = KafkaMessageFactory.<String>createWriter(
                        Topics.POSTS, event.postId().toString())
                .writeBinary(cloudEvent(event));
        if (event.traceparent() != null) {
            message.headers().add(TRACEPARENT, event.traceparent().getBytes(StandardCharsets.UTF_8));
        }
        return message;
    }

    private static CloudEvent cloudEvent(WaitingEvent event) {
        CloudEventBuilder builder = CloudEventBuilder.v1()
                .withId(event.id().toString())
                .withType(event.type())
                .withSource(EventSource.POST_SERVICE)
                .withSubject(event.postId().toString())
                .withTime(event.at().atOffset(ZoneOffset.UTC))
                .withData("application/json", event.json().getBytes(StandardCharsets.UTF_8));
        if (event.traceparent() != null) {
            builder.withExtension(TRACEPARENT, event.traceparent());
        }
        return builder.build();
    }
}
