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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import org.vedette.events.PostEvent;
import org.vedette.events.Topics;
import org.vedette.post.outbox.EventPublisher;
import org.vedette.post.outbox.PendingEvent;
import org.vedette.starter.kafka.KafkaTraces;
import org.vedette.starter.kafka.TopicsCreatedEvent;
import org.vedette.starter.logging.LogContext;
import org.vedette.starter.telemetry.Step;
import org.vedette.starter.telemetry.TraceContext;
import org.vedette.starter.telemetry.Traces;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Publishes events as CloudEvents in binary content mode, keyed by post so that the events of a post keep their order. */
@Component
final class KafkaEventPublisher implements EventPublisher {

    private static final Logger log = LoggerFactory.getLogger(KafkaEventPublisher.class);

    private final KafkaTemplate<String, byte[]> kafka;
    private final Traces traces;
    private final Duration sendTimeout;

    KafkaEventPublisher(KafkaTemplate<String, byte[]> kafka, Traces traces) {
        this.kafka = kafka;
        this.traces = traces;
        this.sendTimeout = sendTimeout(kafka.getProducerFactory().getConfigurationProperties());
    }

    /** A send waits for the topic's metadata at first, then for the acknowledgement. */
    static Duration sendTimeout(Map<String, Object> producer) {
        var settings = ProducerConfig.configDef().parse(producer);
        return Stream.of(ProducerConfig.MAX_BLOCK_MS_CONFIG, ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG)
                .map(setting -> (Number) settings.get(setting))
                .map(milliseconds -> Duration.ofMillis(milliseconds.longValue()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Fetches the metadata of the topic, so that the first send does not wait for it. */
    @EventListener(TopicsCreatedEvent.class)
    void fetchMetadata() {
        var partitions = kafka.partitionsFor(Topics.POSTS);
        log.debug("Topic {} has {} partitions", Topics.POSTS, partitions.size());
    }

    @Override
    public Duration sendTimeout() {
        return sendTimeout;
    }

    @Override
    public Mono<Void> publish(PendingEvent event) {
        var step = Step.of(Step.Kind.PRODUCER, "send post event")
                .causedBy(event.traceparent())
                .with("post.id", event.postId())
                .with("event.type", event.type());
        return traces.trace(step, Mono.deferContextual(context -> send(event, TraceContext.traceparent(context))))
                .contextWrite(LogContext.ofPost(event.postId(), event.traceparent())::in);
    }

    private Mono<Void> send(PendingEvent event, @Nullable String traceparent) {
        // A send blocks for up to max.block.ms while the producer has no metadata of the topic.
        return Mono.fromFuture(() -> kafka.send(producerRecord(event, traceparent)))
                .subscribeOn(Schedulers.boundedElastic())
                .then();
    }

    static ProducerRecord<String, byte[]> producerRecord(PendingEvent event, @Nullable String traceparent) {
        var record = KafkaMessageFactory.<String>createWriter(
                        Topics.POSTS, event.postId().toString())
                .writeBinary(cloudEvent(event, traceparent));
        KafkaTraces.set(record, traceparent);
        return record;
    }

    private static CloudEvent cloudEvent(PendingEvent event, @Nullable String traceparent) {
        var builder = CloudEventBuilder.v1()
                .withId(event.id().toString())
                .withType(event.type())
                .withSource(PostEvent.SOURCE)
                .withSubject(event.postId().toString())
                .withTime(event.at().atOffset(ZoneOffset.UTC))
                .withData("application/json", event.json().getBytes(StandardCharsets.UTF_8));
        if (traceparent != null) {
            builder.withExtension(TraceContext.HEADER, traceparent);
        }
        return builder.build();
    }
}
