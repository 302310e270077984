package org.vedette.feed.entries.messaging;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.updates.Announcement;
import org.vedette.feed.entries.updates.ChangeIntake;
import org.vedette.feed.entries.updates.TimelineSubscribers;

/**
 * Keeps this instance equal to the store. It belongs to no group: every instance hears everything.
 *
 * <p>It takes its place at the end of the topic first and reads the store then, so no change falls between the two. What
 * was announced shortly before is heard too, as memories. Cut off, it goes on where it was; where that is gone, it begins
 * again.
 */
@Component
class FeedChangeListener implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(FeedChangeListener.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration INTAKE_PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOAD_PATIENCE = Duration.ofMinutes(5);
    private static final long PAUSE_MILLIS = 1_000;
    private static final long MEMORIES = 1_000;
    private static final long NOWHERE = -1;

    private final ChangesTopic topic;
    private final CurrentTimeline timeline;
    private final ChangeIntake intake;
    private final TimelineSubscribers followers;
    private final ChangeMeters meters;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> new Thread(task, "feed-changes"));
    private final AtomicBoolean running = new AtomicBoolean();

    /** Place of the next change to take over. */
    private final AtomicLong place = new AtomicLong(NOWHERE);

    /** What was announced before this place may have been in the store when it was read. */
    private final AtomicLong startedAt = new AtomicLong();

    FeedChangeListener(
            ChangesTopic topic,
            CurrentTimeline timeline,
            ChangeIntake intake,
            TimelineSubscribers followers,
            ChangeMeters meters) {
        this.topic = topic;
        this.timeline = timeline;
        this.intake = intake;
        this.followers = followers;
        this.meters = meters;
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
            try (var consumer = topic.consumer()) {
                takePlace(consumer);
                follow(consumer);
            } catch (RuntimeException trouble) {
                log.warn("Changes of entries cannot be followed now, trying again: {}", trouble.toString());
                serveFromTheStore();
                pause();
            }
        }
    }

    private void takePlace(Consumer<String, byte[]> consumer) {
        var first = topic.first(consumer);
        var end = topic.end(consumer);
        if (place.get() < first || place.get() > end) {
            load();
            startedAt.set(topic.end(consumer));
            place.set(Math.max(first, end - MEMORIES));
            followers.rebuildAll();
        }
        topic.goTo(place.get(), consumer);
        log.debug("Following changes of entries from {}", place);
    }

    private void follow(Consumer<String, byte[]> consumer) {
        while (running.get()) {
            var heard = topic.listen(consumer, POLL);
            if (heard.isEmpty()) {
                listenForTheBroker(consumer);
            } else {
                takeOver(heard);
                meters.tookOver(heard, topic.outstanding(consumer));
            }
            place.set(topic.place(consumer));
        }
    }

    /**
     * While the store is away this tries again, and the age of what is served grows. An entry that can never be taken over
     * is no such trouble: the intake leaves it out.
     */
    private void takeOver(List<Announcement> heard) {
        while (running.get()) {
            try {
                intake.takeOver(heard, startedAt.get()).block(INTAKE_PATIENCE);
                return;
            } catch (RuntimeException trouble) {
                log.warn("What changed cannot be read now, trying again: {}", trouble.toString());
                pause();
            }
        }
    }

    /** A consumer is silent when nothing changes, and when nobody is there. */
    private void listenForTheBroker(Consumer<String, byte[]> consumer) {
        try {
            meters.heard(topic.end(consumer) - place.get());
        } catch (TimeoutException silence) {
            log.debug("The broker does not answer", silence);
        }
    }

    /** Without a broker the site still shows what the store has. */
    private void serveFromTheStore() {
        if (timeline.isLoaded() || !running.get()) {
            return;
        }
        try {
            load();
            followers.rebuildAll();
        } catch (RuntimeException trouble) {
            log.warn("The store cannot be read now either: {}", trouble.toString());
        }
    }

    private void load() {
        timeline.load().block(LOAD_PATIENCE);
        log.info("The timeline is loaded: {} posts", timeline.get().size());
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
