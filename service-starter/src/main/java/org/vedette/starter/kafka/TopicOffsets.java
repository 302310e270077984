package org.vedette.starter.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.KafkaAdmin;
import org.vedette.starter.MayBlock;

/** Asks the broker for the offsets of a topic, by partition. Every method fails with a {@link KafkaException}. */
@MayBlock("the thread of the caller")
public final class TopicOffsets {

    private static final long TIMEOUT_SECONDS = 10;

    private final KafkaAdmin admin;

    public TopicOffsets(KafkaAdmin admin) {
        this.admin = admin;
    }

    /** The offset of the next record that a consumer group reads; none for a partition that it never read. */
    public Map<Integer, Long> committed(String group, String topic) {
        try (var client = Admin.create(admin.getConfigurationProperties())) {
            var committed = new HashMap<Integer, Long>();
            await(client.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                    .forEach((partition, offset) -> {
                        if (partition.topic().equals(topic) && offset != null) {
                            committed.put(partition.partition(), offset.offset());
                        }
                    });
            return committed;
        }
    }

    /** The offset after the newest record; none for a partition without records. */
    public Map<Integer, Long> ends(String topic) {
        try (var client = Admin.create(admin.getConfigurationProperties())) {
            var partitions = await(client.describeTopics(List.of(topic)).allTopicNames()).values().stream()
                    .flatMap(description -> description.partitions().stream())
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            var ends = offsets(client, partitions, OffsetSpec.latest());
            ends.entrySet()
                    .removeAll(
                            offsets(client, partitions, OffsetSpec.earliest()).entrySet());
            return ends;
        }
    }

    private static Map<Integer, Long> offsets(Admin client, List<TopicPartition> partitions, OffsetSpec which) {
        var wanted = partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> which));
        return await(client.listOffsets(wanted).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        found -> found.getKey().partition(),
                        found -> found.getValue().offset()));
    }

    private static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new KafkaException("the offsets of a topic cannot be read", failure);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while the offsets of a topic were read", interrupt);
        }
    }
}
