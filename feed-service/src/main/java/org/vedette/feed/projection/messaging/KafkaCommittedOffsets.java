package org.vedette.feed.projection.messaging;

import java.util.Map;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;
import org.vedette.events.Topics;
import org.vedette.starter.MayBlock;
import org.vedette.starter.kafka.TopicOffsets;

/** Asks the broker for the offsets of the consumer group. */
@Component
@MayBlock("the thread of the recovery")
public class KafkaCommittedOffsets {

    private final TopicOffsets offsets;

    KafkaCommittedOffsets(KafkaAdmin admin) {
        this.offsets = new TopicOffsets(admin);
    }

    /** The offset of the next event to consume, by partition; none for a partition that was never consumed. */
    public Map<Integer, Long> read() {
        return offsets.committed(PostEventListener.GROUP, Topics.POSTS);
    }
}
