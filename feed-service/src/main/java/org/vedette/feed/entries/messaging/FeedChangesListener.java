package org.vedette.feed.entries.messaging;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;
import org.vedette.feed.entries.LiveTimeline;

/**
 * Keeps this instance's timeline equal to the store.
 *
 * <p>It takes its place at the end of the topic first and reads the store then, so no change falls between the two.
 * Whatever goes wrong, it begins again like this. It belongs to no group: every instance hears everything.
 */
@Component
class FeedChangesListener implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(FeedChangesListener.class);
    private static final TopicPartition CHANGES = new TopicPartition(FeedTopics.CHANGES, 0);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PLACE_PATIENCE = Duration.ofSeconds(3);
    private static final Duration REFRESH_PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOAD_PATIENCE = Duration.ofMinutes(5);
    private static final long PAUSE_MILLIS = 1_000;

    private final ConsumerFactory<String, byte[]> consumers;
    private final LiveTimeline timeline;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> new Thread(task, "feed-changes"));
    private final AtomicBoolean running = new AtomicBoolean();

    FeedChangesListener(ConsumerFactory<String, byte[]> consumers, LiveTimeline timeline) {
        this.consumers = consumers;
        this.timeline = timeline;
    }

    @Override
    public void start() {
        running.set(true);
        thread.execute(this::run);
    }

    @Override
    public void stop() {
        running.set(false);
        thread.shutdown();
        try {
            if (!thread.awaitTermination(POLL.toMillis() * 4, TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }

    private void run() {
        while (running.get()) {
            try (var consumer = consumer()) {
                takePlaceAtTheEnd(consumer);
                load();
                follow(consumer);
            } catch (RuntimeException trouble) {
                log.warn("Changes of entries cannot be followed now, trying again: {}", trouble.toString());
                serveFromTheStore();
                pause();
            }
        }
    }

    private Consumer<String, byte[]> consumer() {
        var overrides = new Properties();
        overrides.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        return consumers.createConsumer(null, "feed-changes", null, overrides);
    }

    private static void takePlaceAtTheEnd(Consumer<String, byte[]> consumer) {
        consumer.assign(List.of(CHANGES));
        consumer.seekToEnd(List.of(CHANGES));
        var place = consumer.position(CHANGES, PLACE_PATIENCE);
        log.debug("Following changes of entries from {}", place);
    }

    private void follow(Consumer<String, byte[]> consumer) {
        while (running.get()) {
            var changed = ids(consumer.poll(POLL));
            if (!changed.isEmpty()) {
                timeline.refresh(changed).block(REFRESH_PATIENCE);
            }
        }
    }

    /** Without a broker the site still shows what the store has. */
    private void serveFromTheStore() {
        if (timeline.isLoaded() || !running.get()) {
            return;
        }
        try {
            load();
        } catch (RuntimeException trouble) {
            log.warn("The store cannot be read now either: {}", trouble.toString());
        }
    }

    private void load() {
        timeline.load().block(LOAD_PATIENCE);
        log.info("The timeline is loaded: {} posts", timeline.now().size());
    }

    private static Collection<UUID> ids(ConsumerRecords<String, byte[]> messages) {
        var ids = new HashSet<UUID>();
        for (var message : messages) {
            try {
                ids.add(UUID.fromString(message.key()));
            } catch (RuntimeException notAnId) {
                log.warn("Skipped a change of no known post at offset {}", message.offset());
            }
        }
        return ids;
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
