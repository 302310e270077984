package org.vedette.feed.projection.messaging;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;
import org.vedette.events.Topics;
import org.vedette.starter.MayBlock;

/** Asks the broker for the offsets of the consumer group. */
@Component
@MayBlock("the thread of the recovery")
public class KafkaCommittedOffsets {

    private static final long TIMEOUT_SECONDS = 10;

    private final KafkaAdmin admin;

    KafkaCommittedOffsets(KafkaAdmin admin) {
        this.admin = admin;
    }

    /** The offset of the next event to consume, by partition; none for a partition that was never consumed. */
    public Map<Integer, Long> read() {
        try (var client = Admin.create(admin.getConfigurationProperties())) {
            var committed = new HashMap<Integer, Long>();
            client.listConsumerGroupOffsets(PostEventListener.GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                    .forEach((partition, offset) -> {
                        if (partition.topic().equals(Topics.POSTS) && offset != null) {
                            committed.put(partition.partition(), offset.offset());
                        }
                    });
            return committed;
        } catch (ExecutionException | TimeoutException failure) {
            throw new KafkaException("the offsets of the consumer group cannot be read", failure);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while the offsets of the consumer group were read", interrupt);
        }
    }
}
