package org.vedette.feed.versions.messaging;

import com.google.errorprone.annotations.MustBeClosed;
import java.time.Clock;
import java.util.Properties;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;
import org.vedette.events.Topics;
import org.vedette.feed.entries.messaging.PostEventReader;

/** Replays of the topic of the posts. */
@Component
class TopicReplays {

    private static final String RECORDS_AT_ONCE = "500";

    private final ConsumerFactory<String, byte[]> consumers;
    private final PostEventReader reader;
    private final Clock clock;

    TopicReplays(ConsumerFactory<String, byte[]> consumers, PostEventReader reader, Clock clock) {
        this.consumers = consumers;
        this.reader = reader;
        this.clock = clock;
    }

    /** From the beginning of all partitions to where they end now. */
    @MustBeClosed
    TopicReplay begin() {
        var overrides = new Properties();
        overrides.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        overrides.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_AT_ONCE);
        var partitions = IntStream.range(0, Topics.POSTS_PARTITIONS)
                .mapToObj(partition -> new TopicPartition(Topics.POSTS, partition))
                .toList();
        var consumer = consumers.createConsumer(null, "rebuild", null, overrides);
        try {
            return new TopicReplay(consumer, partitions, reader, clock);
        } catch (RuntimeException noBroker) {
            consumer.close();
            throw noBroker;
        }
    }
}
