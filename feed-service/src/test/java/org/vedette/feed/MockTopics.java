package org.vedette.feed;

import com.google.errorprone.annotations.MustBeClosed;
import java.util.Collection;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ConsumerFactory;

/** Topics without a broker: every partition ends at one offset, and no record is received. */
public final class MockTopics implements ConsumerFactory<String, byte[]> {

    private final long end;

    /** @param end where every partition ends */
    public MockTopics(long end) {
        this.end = end;
    }

    @Override
    @MustBeClosed
    public Consumer<String, byte[]> createConsumer(
            @Nullable String groupId,
            @Nullable String clientIdPrefix,
            @Nullable String clientIdSuffix,
            @Nullable Properties overrides) {
        return new Partitions();
    }

    @Override
    public boolean isAutoCommit() {
        return false;
    }

    private final class Partitions extends MockConsumer<String, byte[]> {

        Partitions() {
            super("none");
        }

        @Override
        public synchronized void assign(Collection<TopicPartition> partitions) {
            super.assign(partitions);
            updateBeginningOffsets(offsets(partitions, 0));
            updateEndOffsets(offsets(partitions, end));
        }

        private static Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, long offset) {
            return partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> offset));
        }
    }
}
