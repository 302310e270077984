package org.vedette.feed.entries.messaging;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.updates.TimelineLoader;
import org.vedette.feed.entries.updates.TimelineUpdater;
import org.vedette.starter.MayBlock;
import org.vedette.starter.failures.Outages;
import org.vedette.starter.kafka.KafkaTraces;
import org.vedette.starter.telemetry.Step;
import org.vedette.starter.telemetry.Traces;
import org.vedette.starter.telemetry.Traces.ActiveStep;

/**
 * Keeps this instance equal to the store. It belongs to no consumer group: every instance receives every change.
 *
 * <p>It looks up the end of the topic first and loads the timeline then, so no change falls between the two. What was
 * published shortly before is received too, for clients of live events that resume. After a failure it goes on at its
 * offset; when that offset is not on the topic any more, it loads the timeline again.
 */
@Component
@MayBlock("its worker's own thread")
public class FeedChangeListener {

    private static final Logger log = LoggerFactory.getLogger(FeedChangeListener.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration UPDATE_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration LOAD_TIMEOUT = Duration.ofMinutes(5);
    private static final long MAX_REPLAYED = 1_000;
    private static final long NONE = -1;

    private final ConsumerFactory<String, byte[]> consumers;
    private final FeedChangeMessages messages;
    private final CurrentTimeline timeline;
    private final TimelineLoader loader;
    private final TimelineUpdater updater;
    private final ChangeMeters meters;
    private final Traces traces;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicBoolean storeFails = new AtomicBoolean();

    /** Offset of the next change to apply. */
    private final AtomicLong next = new AtomicLong(NONE);

    /** Offset before which changes may have been in the store when the timeline was loaded. */
    private final AtomicLong loadedAt = new AtomicLong();

    FeedChangeListener(
            ConsumerFactory<String, byte[]> consumers,
            FeedChangeMessages messages,
            CurrentTimeline timeline,
            TimelineLoader loader,
            TimelineUpdater updater,
            ChangeMeters meters,
            Traces traces) {
        this.consumers = consumers;
        this.messages = messages;
        this.timeline = timeline;
        this.loader = loader;
        this.updater = updater;
        this.meters = meters;
        this.traces = traces;
    }

    /** Receives and applies changes until it is stopped or fails; the next call goes on at the same offset. */
    public void run() {
        try (var topic = new FeedChangeTopic(consumers)) {
            seek(topic);
            while (!stopped.get()) {
                receive(topic);
            }
        } catch (RuntimeException failure) {
            serveFromStore();
            throw failure;
        }
    }

    /** Allows runs (again). */
    public void start() {
        stopped.set(false);
    }

    /** Ends the run under way, or the next one at once. */
    public void stop() {
        stopped.set(true);
    }

    private void seek(FeedChangeTopic topic) {
        var first = topic.first();
        var end = topic.end();
        if (next.get() < first || next.get() > end) {
            load();
            timeline.recordApplied(end);
            loadedAt.set(topic.end());
            next.set(Math.max(first, end - MAX_REPLAYED));
        }
        topic.seek(next.get());
        log.debug("Receiving changes from offset {}", next);
    }

    private void receive(FeedChangeTopic topic) {
        var records = topic.poll(POLL);
        if (records.isEmpty()) {
            checkBroker(topic);
        } else {
            apply(records);
            meters.recordApplied(records, topic.outstanding());
        }
        next.set(topic.position());
        timeline.recordApplied(next.get());
    }

    private void apply(List<ConsumerRecord<String, byte[]>> records) {
        var steps = records.stream()
                .filter(record -> KafkaTraces.traceparent(record) != null)
                .map(record -> traces.start(step(record)))
                .toList();
        try {
            updater.apply(messages.read(records), loadedAt.get()).block(UPDATE_TIMEOUT);
        } finally {
            steps.forEach(ActiveStep::end);
        }
    }

    private static Step step(ConsumerRecord<String, byte[]> record) {
        return Step.of(Step.Kind.CONSUMER, "show change")
                .causedBy(KafkaTraces.traceparent(record))
                .with("post.id", String.valueOf(record.key()));
    }

    /** A poll returns nothing when nothing changes, and when no broker is there. */
    private void checkBroker(FeedChangeTopic topic) {
        try {
            meters.recordResponse(topic.end() - next.get());
        } catch (TimeoutException unavailable) {
            log.debug("The broker does not answer", unavailable);
        }
    }

    /** Without a broker the site still shows what the store has. */
    private void serveFromStore() {
        if (timeline.isLoaded() || stopped.get()) {
            return;
        }
        try {
            load();
            storeFails.set(false);
        } catch (RuntimeException failure) {
            report(failure);
        }
    }

    /** Logs one warning per outage. */
    private void report(RuntimeException failure) {
        if (storeFails.compareAndSet(false, true)) {
            log.warn(
                    "Cannot load the timeline from the store; each attempt to reach the broker repeats it: {}",
                    Outages.describe(failure),
                    Outages.isOutage(failure) ? null : failure);
        } else {
            log.debug("Cannot load the timeline from the store: {}", Outages.describe(failure));
        }
    }

    private void load() {
        loader.load().block(LOAD_TIMEOUT);
    }
}
