package org.vedette.notification;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.vedette.events.Topics;
import org.vedette.starter.kafka.DeadLetterTopic;
import org.vedette.testsupport.infrastructure.Infrastructure;

/** Reads the dead messages of the post events from the beginning. */
final class DeadLetters implements AutoCloseable {

    private final Set<String> keys = new HashSet<>();
    private final KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
            Map.of(
                    ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, Infrastructure.kafka(),
                    ConsumerConfig.GROUP_ID_CONFIG, UUID.randomUUID().toString(),
                    ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer());

    DeadLetters() {
        var topic = DeadLetterTopic.nameOf(Topics.POSTS);
        consumer.assign(consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .collect(Collectors.toSet()));
    }

    boolean hold(String key) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> keys.add(record.key()));
        return keys.contains(key);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
