package org.vedette.feed.redirects.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.errorprone.annotations.MustBeClosed;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.ConsumerFactory;
import org.vedette.events.Topics;
import org.vedette.feed.redirects.Redirects;
import org.vedette.starter.workers.BackgroundWorker;

class RedirectListenerTests {

    private static final TopicPartition PARTITION = new TopicPartition(Topics.REDIRECTS, 0);

    private final MockConsumer<String, byte[]> topic = new MockConsumer<>("none");
    private final Redirects redirects = new Redirects();
    private final RedirectListener listener = new RedirectListener(new OneConsumer(), redirects);
    private final BackgroundWorker worker =
            BackgroundWorker.repeating("redirects", listener::run).wokenBy(listener::stop);

    @AfterEach
    void stop() {
        worker.stop();
    }

    @Test
    void whatIsOnTheTopicIsKnownOnceItWasReadToItsEnd() {
        topic.updateBeginningOffsets(Map.of(PARTITION, 0L));
        topic.updateEndOffsets(Map.of(PARTITION, 3L));
        worker.start();
        await().until(() -> topic.assignment().contains(PARTITION));

        add(0, "/old/a", "/posts/a");
        add(1, "/old/b", "/posts/b");
        await().until(() -> topic.position(PARTITION) == 2);
        assertThat(redirects.isComplete()).isFalse();
        add(2, "/old/a", null);

        await().until(redirects::isComplete);
        assertThat(redirects.find("/old/a")).isEmpty();
        assertThat(redirects.find("/old/b")).contains("/posts/b");
    }

    @Test
    void whatIsKnownStaysUntilTheTopicWasReadAgainToItsEnd() {
        redirects.replaceAll(Map.of("/old/a", "/posts/a", "/old/ended", "/posts/b"));
        topic.updateBeginningOffsets(Map.of(PARTITION, 0L));
        topic.updateEndOffsets(Map.of(PARTITION, 2L));
        worker.start();
        await().until(() -> topic.assignment().contains(PARTITION));

        add(0, "/old/a", "/posts/an-earlier-one");
        await().until(() -> topic.position(PARTITION) == 1);
        var meanwhile = redirects.find("/old/a");
        add(1, "/old/a", "/posts/a");

        await().until(() -> redirects.find("/old/ended").isEmpty());
        assertThat(meanwhile).contains("/posts/a");
        assertThat(redirects.find("/old/a")).contains("/posts/a");
    }

    private void add(long offset, String from, @Nullable String to) {
        topic.addRecord(new ConsumerRecord<>(
                Topics.REDIRECTS, 0, offset, from, to == null ? null : to.getBytes(StandardCharsets.UTF_8)));
    }

    private final class OneConsumer implements ConsumerFactory<String, byte[]> {

        @Override
        @MustBeClosed
        public Consumer<String, byte[]> createConsumer(
                @Nullable String groupId,
                @Nullable String clientIdPrefix,
                @Nullable String clientIdSuffix,
                @Nullable Properties overrides) {
            return topic;
        }

        @Override
        public boolean isAutoCommit() {
            return false;
        }
    }
}
