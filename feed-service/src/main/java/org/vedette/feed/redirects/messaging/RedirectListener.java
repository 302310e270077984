package org.vedette.feed.redirects.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;
import org.vedette.events.Topics;
import org.vedette.feed.redirects.Redirects;
import org.vedette.starter.MayBlock;

/**
 * Reads the topic of redirects from its beginning, and then what is added. It belongs to no consumer group: every instance has
 * all redirects. After a failure it reads again from the beginning, and what was known stays until all of it was read.
 */
@Component
@MayBlock("its worker's own thread")
final class RedirectListener {

    private static final Logger log = LoggerFactory.getLogger(RedirectListener.class);
    private static final TopicPartition REDIRECTS = new TopicPartition(Topics.REDIRECTS, 0);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private final ConsumerFactory<String, byte[]> consumers;
    private final Redirects redirects;
    private final AtomicBoolean stopped = new AtomicBoolean();

    RedirectListener(ConsumerFactory<String, byte[]> consumers, Redirects redirects) {
        this.consumers = consumers;
        this.redirects = redirects;
    }

    /** Receives redirects until it is stopped or fails. */
    void run() {
        try (var topic = consumers.createConsumer(null, "feed-redirects", null, new Properties())) {
            topic.assign(List.of(REDIRECTS));
            topic.seekToBeginning(List.of(REDIRECTS));
            readToEnd(topic);
            while (!stopped.get()) {
                topic.poll(POLL).records(REDIRECTS).forEach(change -> apply(change, redirects::apply));
            }
        }
    }

    private void readToEnd(Consumer<String, byte[]> topic) {
        var end = topic.endOffsets(List.of(REDIRECTS), TIMEOUT).getOrDefault(REDIRECTS, 0L);
        var read = new HashMap<String, @Nullable String>();
        while (!stopped.get() && topic.position(REDIRECTS, TIMEOUT) < end) {
            topic.poll(POLL).records(REDIRECTS).forEach(change -> apply(change, read::put));
        }
        if (!stopped.get()) {
            redirects.replaceAll(read);
            log.info("Received {} redirects", redirects.size());
        }
    }

    private static void apply(ConsumerRecord<String, byte[]> change, BiConsumer<String, @Nullable String> redirects) {
        var to = change.value();
        if (change.key() != null) {
            redirects.accept(change.key(), to == null ? null : new String(to, StandardCharsets.UTF_8));
        }
    }

    /** Allows runs (again). */
    void start() {
        stopped.set(false);
    }

    /** Ends the run under way, or the next one at once. */
    void stop() {
        stopped.set(true);
    }
}
