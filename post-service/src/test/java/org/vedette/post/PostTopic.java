package org.vedette.post;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.vedette.events.Topics;
import org.vedette.testsupport.infrastructure.Infrastructure;

/** Reads the events of single posts off the topic. */
final class PostTopic implements AutoCloseable {

    private final KafkaConsumer<String, byte[]> consumer;
    private final Deque<ConsumerRecord<String, byte[]>> unread = new ArrayDeque<>();

    private PostTopic(String bootstrap) {
        consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Everything sent after this call. */
    static PostTopic fromNowOn() {
        var topic = new PostTopic(Infrastructure.kafka());
        var partitions = topic.assign();
        topic.consumer.seekToEnd(partitions);
        partitions.forEach(topic.consumer::position);
        return topic;
    }

    /** Everything there is on another broker. */
    static PostTopic fromTheBeginning(String bootstrap) {
        var topic = new PostTopic(bootstrap);
        topic.consumer.seekToBeginning(topic.assign());
        return topic;
    }

    private List<TopicPartition> assign() {
        Awaitility.await("the topic")
                .atMost(Duration.ofSeconds(30))
                .until(() -> consumer.listTopics().containsKey(Topics.POSTS));
        var partitions = IntStream.range(0, Topics.POSTS_PARTITIONS)
                .mapToObj(partition -> new TopicPartition(Topics.POSTS, partition))
                .toList();
        consumer.assign(partitions);
        return partitions;
    }

    /** The next event of the post, waiting for it. */
    ConsumerRecord<String, byte[]> next(UUID post) {
        return Awaitility.await("an event of " + post)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(1))
                .until(() -> poll(post), Optional::isPresent)
                .orElseThrow();
    }

    @Override
    public void close() {
        consumer.close();
    }

    private Optional<ConsumerRecord<String, byte[]>> poll(UUID post) {
        consumer.poll(Duration.ofMillis(20)).forEach(unread::add);
        var found = unread.stream()
                .filter(record -> record.key().equals(post.toString()))
                .findFirst();
        found.ifPresent(unread::remove);
        return found;
    }
}
