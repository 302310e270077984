package org.vedette.feed.entries.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.ConsumerFactory;
import org.vedette.starter.MayBlock;

/** One reading of the topic of changes, in no consumer group. The topic has one partition, so that an offset is a number. */
@MayBlock("the thread of the worker that reads it")
final class FeedChangeTopic implements AutoCloseable {

    private static final TopicPartition CHANGES = new TopicPartition(KafkaConfiguration.CHANGES, 0);
    private static final String RECORDS_AT_ONCE = "300";
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private final Consumer<String, byte[]> consumer;

    FeedChangeTopic(ConsumerFactory<String, byte[]> consumers) {
        var overrides = new Properties();
        overrides.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        overrides.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_AT_ONCE);
        this.consumer = consumers.createConsumer(null, "feed-changes", null, overrides);
        consumer.assign(List.of(CHANGES));
    }

    /** Offset of the oldest change there is. */
    long first() {
        return consumer.beginningOffsets(List.of(CHANGES), TIMEOUT).getOrDefault(CHANGES, 0L);
    }

    /** Offset of the next change that is published. */
    long end() {
        return consumer.endOffsets(List.of(CHANGES), TIMEOUT).getOrDefault(CHANGES, 0L);
    }

    /** Offset of the next change that is polled. */
    long position() {
        return consumer.position(CHANGES, TIMEOUT);
    }

    /** Changes that are known to come after the position. */
    long outstanding() {
        return consumer.currentLag(CHANGES).orElse(0);
    }

    void seek(long offset) {
        consumer.seek(CHANGES, offset);
    }

    List<ConsumerRecord<String, byte[]>> poll(Duration timeout) {
        return consumer.poll(timeout).records(CHANGES);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
