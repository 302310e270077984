package org.vedette.post.crashes;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import tools.jackson.databind.json.JsonMapper;

/** What arrives on the topic of posts, by post and in order; used by one thread. */
final class PostRecords implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<UUID, List<Received>> received = new HashMap<>();

    private PostRecords(KafkaConsumer<String, byte[]> consumer) {
        this.consumer = consumer;
    }

    /** Everything that is sent after this call; waits for the topic, which a replica makes. */
    static PostRecords fromNowOn(String kafka) {
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        var partitions = IntStream.range(0, Topics.POSTS_PARTITIONS)
                .mapToObj(number -> new TopicPartition(Topics.POSTS, number))
                .toList();
        Awaitility.await("the topic")
                .atMost(Duration.ofSeconds(60))
                .until(() -> consumer.listTopics().containsKey(Topics.POSTS));
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        return new PostRecords(consumer);
    }

    /**
     * A record.
     *
     * @param event id of the event, which a record that is sent again has as well
     * @param at when the broker or the producer dated it
     */
    record Received(UUID event, String type, long revision, Instant at) {}

    /** Takes what arrived meanwhile. */
    void poll() {
        consumer.poll(Duration.ofMillis(200))
                .forEach(found -> received.computeIfAbsent(UUID.fromString(found.key()), first -> new ArrayList<>())
                        .add(read(found)));
    }

    private static Received read(ConsumerRecord<String, byte[]> found) {
        return new Received(
                UUID.fromString(header("ce_id", found)),
                header("ce_type", found).replaceFirst(".*\\.(\\w+)\\.v1", "$1"),
                JSON.readTree(found.value()).at("/post/revision").asLong(),
                Instant.ofEpochMilli(found.timestamp()));
    }

    private static String header(String name, ConsumerRecord<String, byte[]> found) {
        return new String(
                Objects.requireNonNull(found.headers().lastHeader(name)).value(), StandardCharsets.UTF_8);
    }

    /** The records of a post as they arrived. */
    List<Received> of(UUID post) {
        return received.getOrDefault(post, List.of());
    }

    /** The events of a post in the order of their first arrival. */
    List<Received> eventsOf(UUID post) {
        var known = new HashSet<UUID>();
        return of(post).stream().filter(each -> known.add(each.event())).toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
