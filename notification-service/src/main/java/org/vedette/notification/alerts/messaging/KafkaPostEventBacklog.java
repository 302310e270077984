package org.vedette.notification.alerts.messaging;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;
import org.vedette.events.Topics;
import org.vedette.notification.alerts.PostEventBacklog;
import org.vedette.starter.MayBlock;
import org.vedette.starter.kafka.TopicOffsets;

/** Compares the end of the topic with what the consumer group, that is any replica, has committed. */
@Component
@MayBlock("the threads that send mails")
class KafkaPostEventBacklog implements PostEventBacklog {

    private static final Logger log = LoggerFactory.getLogger(KafkaPostEventBacklog.class);

    private final TopicOffsets offsets;

    @GuardedBy("this")
    private @Nullable Map<Integer, Long> ends;

    private volatile boolean isProcessed;

    @GuardedBy("this")
    private boolean isReported;

    KafkaPostEventBacklog(KafkaAdmin admin) {
        this.offsets = new TopicOffsets(admin);
    }

    @Override
    public boolean isProcessed() {
        return isProcessed || compare();
    }

    private synchronized boolean compare() {
        try {
            if (ends == null) {
                ends = offsets.ends(Topics.POSTS);
            }
            var committed = offsets.committed(PostEventListener.GROUP, Topics.POSTS);
            isProcessed = ends.entrySet().stream()
                    .allMatch(end -> committed.getOrDefault(end.getKey(), 0L) >= end.getValue());
        } catch (KafkaException unavailable) {
            report(unavailable);
        }
        return isProcessed;
    }

    /** Once: it is asked every few seconds, and the health of the broker says how long it has not answered. */
    @GuardedBy("this")
    private void report(KafkaException unavailable) {
        if (isReported) {
            log.debug("Alerts still wait: {}", unavailable.getMessage());
        } else {
            log.warn("Alerts wait, because the offsets of post events are unknown: {}", unavailable.getMessage());
            isReported = true;
        }
    }
}
