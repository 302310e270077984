package org.vedette.feed.entries.messaging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.vedette.feed.entries.FeedChange;
import org.vedette.feed.entries.updates.Announcement;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** News of changes on their topic: key the post's id, value the news as JSON. */
@Component
class ChangeMessages {

    private static final Logger log = LoggerFactory.getLogger(ChangeMessages.class);

    private final JsonMapper json;

    ChangeMessages(JsonMapper json) {
        this.json = json.rebuild()
                .enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
                .build();
    }

    ProducerRecord<String, byte[]> write(FeedChange change) {
        return new ProducerRecord<>(FeedTopics.CHANGES, change.postId().toString(), json.writeValueAsBytes(change));
    }

    /** What is said, without that which is no news of a post. */
    List<Announcement> read(Iterable<ConsumerRecord<String, byte[]>> messages) {
        var announcements = new ArrayList<Announcement>();
        for (var message : messages) {
            try {
                announcements.add(
                        new Announcement(message.offset(), Instant.ofEpochMilli(message.timestamp()), news(message)));
            } catch (RuntimeException notNews) {
                log.warn("Skipped a change of no known post at offset {}", message.offset());
            }
        }
        return announcements;
    }

    /** The key is enough to read the entry anew; the rest may be written by a version that came after us. */
    private FeedChange news(ConsumerRecord<String, byte[]> message) {
        var id = UUID.fromString(message.key());
        var said = parsed(message.value());
        if (said == null || said.postId() == null) {
            log.warn("Nothing but the key can be read of the change of post {} at offset {}", id, message.offset());
            return new FeedChange(id, 0, null);
        }
        return said;
    }

    private @Nullable FeedChange parsed(byte[] value) {
        try {
            return json.readValue(value, FeedChange.class);
        } catch (RuntimeException unreadable) {
            return null;
        }
    }
}
