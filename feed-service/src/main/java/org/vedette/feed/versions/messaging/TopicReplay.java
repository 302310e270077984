package org.vedette.feed.versions.messaging;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.feed.entries.ProjectedPost;
import org.vedette.feed.entries.ReceivedEvent;
import org.vedette.feed.entries.messaging.PostEventReader;
import org.vedette.feed.versions.RebuildProgress;

/** One reading of the whole topic. It belongs to one thread. */
final class TopicReplay implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(TopicReplay.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_WORDS = Duration.ofSeconds(2);

    private final Consumer<String, byte[]> consumer;
    private final PostEventReader reader;
    private final Clock clock;
    private final Map<TopicPartition, Long> begins;
    private final Map<TopicPartition, Long> ends;
    private final AtomicLong read = new AtomicLong();
    private final AtomicLong unreadable = new AtomicLong();
    private final AtomicLong told;

    TopicReplay(
            Consumer<String, byte[]> consumer, List<TopicPartition> partitions, PostEventReader reader, Clock clock) {
        this.consumer = consumer;
        this.reader = reader;
        this.clock = clock;
        this.told = new AtomicLong(clock.millis());
        consumer.assign(partitions);
        this.begins = consumer.beginningOffsets(partitions, PATIENCE);
        this.ends = consumer.endOffsets(partitions, PATIENCE);
        begins.forEach(consumer::seek);
    }

    boolean isComplete() {
        return ends.entrySet().stream().allMatch(end -> position(end.getKey()) >= end.getValue());
    }

    /** The next part of what the events leave behind; it may be empty. */
    List<ProjectedPost> next() {
        var batch = new ArrayList<ProjectedPost>();
        for (var message : consumer.poll(POLL)) {
            read.incrementAndGet();
            project(message, batch);
        }
        return batch;
    }

    /** Whether it is time to tell the others how far this is. */
    boolean isWorthTelling() {
        var now = clock.millis();
        if (now - told.get() < BETWEEN_WORDS.toMillis()) {
            return false;
        }
        told.set(now);
        return true;
    }

    RebuildProgress progress() {
        var of = ends.entrySet().stream()
                .mapToLong(end -> end.getValue() - begin(end.getKey()))
                .sum();
        var passed = ends.entrySet().stream()
                .mapToLong(end -> Math.min(position(end.getKey()), end.getValue()) - begin(end.getKey()))
                .sum();
        return new RebuildProgress(read.get(), of, passed, unreadable.get());
    }

    /** What cannot be read was set aside when it came, and is not again. */
    private void project(ConsumerRecord<String, byte[]> message, List<ProjectedPost> batch) {
        try {
            reader.read(message).map(ReceivedEvent::projected).ifPresent(batch::add);
        } catch (RuntimeException notAnEvent) {
            unreadable.incrementAndGet();
            log.warn(
                    "Offset {} of partition {} is no event: {}",
                    message.offset(),
                    message.partition(),
                    notAnEvent.getMessage());
        }
    }

    private long begin(TopicPartition partition) {
        return begins.getOrDefault(partition, 0L);
    }

    private long position(TopicPartition partition) {
        return consumer.position(partition, PATIENCE);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
