package org.vedette.feed.entries.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;
import org.vedette.feed.entries.updates.Announcement;

/** The topic on which changes are announced: one partition, so that a place is a number. */
@Component
class ChangesTopic {

    private static final TopicPartition CHANGES = new TopicPartition(FeedTopics.CHANGES, 0);
    private static final String NEWS_AT_ONCE = "300";
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ConsumerFactory<String, byte[]> consumers;
    private final ChangeMessages messages;

    ChangesTopic(ConsumerFactory<String, byte[]> consumers, ChangeMessages messages) {
        this.consumers = consumers;
        this.messages = messages;
    }

    /** Somebody who listens to everything, in no group. */
    Consumer<String, byte[]> consumer() {
        var overrides = new Properties();
        overrides.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        overrides.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, NEWS_AT_ONCE);
        var consumer = consumers.createConsumer(null, "feed-changes", null, overrides);
        consumer.assign(List.of(CHANGES));
        return consumer;
    }

    /** Place of the oldest news there is. */
    long first(Consumer<String, byte[]> consumer) {
        return consumer.beginningOffsets(List.of(CHANGES), PATIENCE).getOrDefault(CHANGES, 0L);
    }

    /** Place of the next news. */
    long end(Consumer<String, byte[]> consumer) {
        return consumer.endOffsets(List.of(CHANGES), PATIENCE).getOrDefault(CHANGES, 0L);
    }

    /** Place of the next news for a listener. */
    long place(Consumer<String, byte[]> consumer) {
        return consumer.position(CHANGES, PATIENCE);
    }

    /** News that is known to come after a listener's place. */
    long outstanding(Consumer<String, byte[]> consumer) {
        return consumer.currentLag(CHANGES).orElse(0);
    }

    void goTo(long place, Consumer<String, byte[]> consumer) {
        consumer.seek(CHANGES, place);
    }

    List<Announcement> listen(Consumer<String, byte[]> consumer, Duration patience) {
        return messages.read(consumer.poll(patience));
    }
}
