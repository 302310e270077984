package org.vedette.feed.projection.messaging;

import com.google.errorprone.annotations.MustBeClosed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.vedette.events.Topics;
import org.vedette.feed.entries.ProjectedPost;
import org.vedette.feed.entries.ReceivedEvent;
import org.vedette.feed.projection.Rebuild;
import org.vedette.starter.MayBlock;
import org.vedette.starter.ThreadConfined;
import org.vedette.starter.failures.UnreadableRecordException;

/** Reads the whole topic of the posts once, from the beginning of all partitions to where they end now. */
@MayBlock("the thread of the rebuild")
@ThreadConfined("the thread of the rebuild")
final class TopicReplay implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(TopicReplay.class);
    private static final String RECORDS_AT_ONCE = "500";
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Consumer<String, byte[]> consumer;
    private final PostEventReader reader;
    private final Map<TopicPartition, Long> begins;
    private final Map<TopicPartition, Long> ends;
    private long read;
    private long unreadable;

    private TopicReplay(Consumer<String, byte[]> consumer, PostEventReader reader) {
        var partitions = IntStream.range(0, Topics.POSTS_PARTITIONS)
                .mapToObj(partition -> new TopicPartition(Topics.POSTS, partition))
                .toList();
        this.consumer = consumer;
        this.reader = reader;
        consumer.assign(partitions);
        this.begins = consumer.beginningOffsets(partitions, TIMEOUT);
        this.ends = consumer.endOffsets(partitions, TIMEOUT);
        begins.forEach(consumer::seek);
    }

    @MustBeClosed
    static TopicReplay begin(ConsumerFactory<String, byte[]> consumers, PostEventReader reader) {
        var overrides = new Properties();
        overrides.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        overrides.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_AT_ONCE);
        var consumer = consumers.createConsumer(null, "rebuild", null, overrides);
        try {
            return new TopicReplay(consumer, reader);
        } catch (RuntimeException unavailable) {
            consumer.close();
            throw unavailable;
        }
    }

    boolean isComplete() {
        return ends.entrySet().stream().allMatch(end -> position(end.getKey()) >= end.getValue());
    }

    /** The next posts as their events left them; there may be none. */
    List<ProjectedPost> next() {
        var batch = new ArrayList<ProjectedPost>();
        for (var record : consumer.poll(POLL)) {
            read++;
            project(record, batch);
        }
        return batch;
    }

    Rebuild.Progress progress() {
        var of = ends.entrySet().stream()
                .mapToLong(end -> end.getValue() - begin(end.getKey()))
                .sum();
        var passed = ends.entrySet().stream()
                .mapToLong(end -> Math.min(position(end.getKey()), end.getValue()) - begin(end.getKey()))
                .sum();
        return new Rebuild.Progress(read, of, passed, unreadable);
    }

    /** Where the partitions ended when the replay began. */
    Map<Integer, Long> ends() {
        var offsets = new HashMap<Integer, Long>();
        ends.forEach((partition, offset) -> offsets.put(partition.partition(), offset));
        return offsets;
    }

    /** Skips an unreadable record, which became a dead letter when it was consumed. */
    private void project(ConsumerRecord<String, byte[]> record, List<ProjectedPost> batch) {
        try {
            reader.read(record).map(ReceivedEvent::post).ifPresent(batch::add);
        } catch (UnreadableRecordException skipped) {
            unreadable++;
            log.warn(
                    "Skipped record {}-{}@{}: {}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    skipped.getMessage());
        }
    }

    private long begin(TopicPartition partition) {
        return begins.getOrDefault(partition, 0L);
    }

    private long position(TopicPartition partition) {
        return consumer.position(partition, TIMEOUT);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
