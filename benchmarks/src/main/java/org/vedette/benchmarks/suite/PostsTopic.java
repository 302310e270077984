package org.vedette.benchmarks.suite;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.vedette.events.PostEvent;
import org.vedette.events.PostEventType;
import org.vedette.events.Topics;
import tools.jackson.databind.json.JsonMapper;

/** Says on Kafka what the post service would say, in the same words. */
public final class PostsTopic implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;
    private final JsonMapper json = JsonMapper.builder().build();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    private PostsTopic(String kafka) {
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", kafka,
                        "acks", "all",
                        "compression.type", "lz4",
                        "linger.ms", "2",
                        "batch.size", "262144",
                        "max.request.size", String.valueOf(Topics.POSTS_MAX_BYTES)),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Creates the topic if nobody did yet. */
    public static PostsTopic open(String kafka) throws ExecutionException, InterruptedException {
        var topic = new NewTopic(Topics.POSTS, Topics.POSTS_PARTITIONS, (short) 1).configs(Topics.POSTS_SETTINGS);
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException refused) {
            if (!(refused.getCause() instanceof TopicExistsException)) {
                throw refused;
            }
        }
        return new PostsTopic(kafka);
    }

    /** Hands an event over; whether it arrived, {@link #flush} says. */
    public void send(PostEvent event, Instant at) {
        var unused = producer.send(
                KafkaMessageFactory.<String>createWriter(
                                Topics.POSTS, event.postId().toString())
                        .writeBinary(cloudEvent(event, at)),
                (where, refusal) -> {
                    if (refusal != null) {
                        failure.set(refusal);
                    }
                });
    }

    /**
     * Waits until everything is on the topic.
     *
     * @throws IllegalStateException when Kafka did not take it
     */
    public void flush() {
        producer.flush();
        var refusal = failure.get();
        if (refusal != null) {
            throw new IllegalStateException("Kafka did not take every event", refusal);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(10));
    }

    private CloudEvent cloudEvent(PostEvent event, Instant at) {
        var name = event.postId() + "/" + event.revision();
        return CloudEventBuilder.v1()
                .withId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                        .toString())
                .withType(PostEventType.of(event).type())
                .withSource(PostEvent.SOURCE)
                .withSubject(event.postId().toString())
                .withTime(at.atOffset(ZoneOffset.UTC))
                .withData("application/json", json.writeValueAsBytes(event))
                .build();
    }
}
