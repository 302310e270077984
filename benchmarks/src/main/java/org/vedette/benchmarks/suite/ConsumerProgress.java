package org.vedette.benchmarks.suite;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.vedette.events.Topics;

/** How far the feed service has come with the posts' topic. */
public final class ConsumerProgress implements AutoCloseable {

    private static final String GROUP = "vedette-feed";
    private static final Duration STALL_TIMEOUT = Duration.ofSeconds(60);
    private static final int POLL_MILLIS = 100;

    private final Admin admin;

    public ConsumerProgress(String kafka) {
        this.admin = Admin.create(Map.of("bootstrap.servers", kafka));
    }

    /** Events on the topic. */
    public long endOffset() throws ExecutionException, InterruptedException {
        var ends = IntStream.range(0, Topics.POSTS_PARTITIONS)
                .mapToObj(partition -> new TopicPartition(Topics.POSTS, partition))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        return admin.listOffsets(ends).all().get().values().stream()
                .mapToLong(ListOffsetsResultInfo::offset)
                .sum();
    }

    /** Events it has said it is done with. */
    public long done() throws ExecutionException, InterruptedException {
        return admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata().get().entrySet().stream()
                .filter(offset -> offset.getKey().topic().equals(Topics.POSTS))
                .map(Map.Entry::getValue)
                .mapToLong(OffsetAndMetadata::offset)
                .sum();
    }

    /**
     * Waits until it is done with so many events, as long as it moves on.
     *
     * @return how many it is done with, which may be more
     */
    public long await(long events) throws ExecutionException, InterruptedException {
        var moved = System.nanoTime();
        var before = -1L;
        for (long now = done(); now < events; now = done()) {
            if (now != before) {
                moved = System.nanoTime();
                before = now;
            }
            if (System.nanoTime() - moved > STALL_TIMEOUT.toNanos()) {
                throw new IllegalStateException("stands at " + now + " of " + events + " events for " + STALL_TIMEOUT);
            }
            Thread.sleep(POLL_MILLIS);
        }
        return Math.max(events, done());
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
    }
}
