package org.vedette.post.outbox.messaging;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
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

    KafkaEventChannel(KafkaTemplate<String, byte[]> kafka) {
        this.kafka = kafka;
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
