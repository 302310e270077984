package org.vedette.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.vedette.events.PostEvent;
import org.vedette.events.PostEventType;
import org.vedette.events.Topics;
import org.vedette.starter.kafka.DeadLetterTopic;
import org.vedette.testsupport.infrastructure.Infrastructure;
import tools.jackson.databind.json.JsonMapper;

/** Plays the post service: what it says, and what it never would. */
final class PostTopic implements AutoCloseable {

    private final JsonMapper json = JsonMapper.builder().build();
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", Infrastructure.kafka(), "max.request.size", Topics.POSTS_MAX_BYTES),
            new StringSerializer(),
            new ByteArraySerializer());

    void send(PostEvent event) {
        send(event.postId(), PostEventType.of(event).type(), json.writeValueAsBytes(event));
    }

    void send(UUID postId, String type, byte[] data) {
        var event = CloudEventBuilder.v1()
                .withId(UUID.randomUUID().toString())
                .withType(type)
                .withSource(PostEvent.SOURCE)
                .withSubject(postId.toString())
                .withTime(OffsetDateTime.parse("2026-11-20T10:11:12.345Z"))
                .withData("application/json", data)
                .build();
        var message = KafkaMessageFactory.<String>createWriter(Topics.POSTS, postId.toString())
                .writeBinary(event);
        send(message);
    }

    /** Sends a record that no consumer can read, to the partition of the given post. */
    void sendUnreadable(UUID postId) {
        send(new ProducerRecord<>(Topics.POSTS, postId.toString(), "not an event".getBytes(StandardCharsets.UTF_8)));
    }

    /** Sends a record to the topic of changes. */
    void sendChange(@Nullable String key, String value) {
        send(new ProducerRecord<>("vedette.feed.v1", key, value.getBytes(StandardCharsets.UTF_8)));
    }

    /** Where Kafka puts the records of a post. */
    static int partition(UUID postId) {
        var key = postId.toString().getBytes(StandardCharsets.UTF_8);
        return BuiltInPartitioner.partitionForKey(key, Topics.POSTS_PARTITIONS);
    }

    /** The dead letters of a post. */
    List<ConsumerRecord<String, byte[]>> deadLetters(UUID postId) {
        var topic = DeadLetterTopic.nameOf(Topics.POSTS);
        var partitions = IntStream.range(0, Topics.POSTS_PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", Infrastructure.kafka()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
        }
        found.removeIf(message -> !postId.toString().equals(message.key()));
        return found;
    }

    private void send(ProducerRecord<String, byte[]> message) {
        try {
            assertThat(producer.send(message).get(10, TimeUnit.SECONDS).hasOffset())
                    .isTrue();
        } catch (Exception failure) {
            throw new AssertionError("the topic did not take a record", failure);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
