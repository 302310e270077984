package org.vedette.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.vedette.events.Topics;
import org.vedette.starter.kafka.DeadLetterTopic;

/** The topic of posts, with somebody at it who repeats and spoils records. */
record PostsTopic(String broker) {

    /** The feed service, and the notification service for alerts and for webhooks. */
    private static final int READERS = 3;

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    /** Sends every record of a post again, as a relay does that crashed before it took note. */
    void repeatEventsOf(String postId) {
        for (var found : recordsOf(Topics.POSTS)) {
            if (postId.equals(found.key())) {
                send(new ProducerRecord<>(
                        Topics.POSTS, found.partition(), found.key(), found.value(), found.headers()));
            }
        }
    }

    /** Puts a record that says it is an event and is none into every partition; answers their keys. */
    List<String> poisonEveryPartition() {
        return IntStream.range(0, Topics.POSTS_PARTITIONS)
                .mapToObj(this::poison)
                .toList();
    }

    /** Waits until each of those that read the topic has dead-lettered the records. */
    void expectDeadLettersOf(List<String> keys) {
        await().atMost(TIMEOUT).untilAsserted(() -> {
            var letters = recordsOf(DeadLetterTopic.nameOf(Topics.POSTS)).stream()
                    .map(ConsumerRecord::key)
                    .toList();
            assertThat(keys)
                    .allSatisfy(
                            key -> assertThat(letters).filteredOn(key::equals).hasSize(READERS));
        });
    }

    private String poison(int partition) {
        var key = UUID.randomUUID().toString();
        var poison = new ProducerRecord<>(
                Topics.POSTS, partition, key, "{\"post\": nonsense".getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", key,
                        "ce_type", "org.vedette.post.published.v1",
                        "ce_source", "urn:vedette:post-service",
                        "content-type", "application/json")
                .forEach((name, value) -> poison.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        send(poison);
        return key;
    }

    private RecordMetadata send(ProducerRecord<String, byte[]> spoiled) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker), new StringSerializer(), new ByteArraySerializer())) {
            return producer.send(spoiled).get(10, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the broker did not take a record", e);
        }
    }

    private List<ConsumerRecord<String, byte[]>> recordsOf(String topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker), new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }
}
