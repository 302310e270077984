package org.vedette.feed.entries.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;
import org.vedette.feed.entries.ChangeKind;
import org.vedette.feed.entries.FeedChange;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

class KafkaFeedChangePublisherTests {

    private static final RecordMetadata TAKEN =
            new RecordMetadata(new TopicPartition(KafkaConfiguration.CHANGES, 0), 0, 0, 0, 0, 0);

    private final Queue<Boolean> mayBlock = new ConcurrentLinkedQueue<>();
    private final KafkaFeedChangePublisher changes = new KafkaFeedChangePublisher(
            new RecordingKafkaTemplate(),
            new FeedChangeMessages(JsonMapper.builder().build()));

    @Test
    void aSendThatMayBlockIsMadeWhereBlockingHurtsNobody() {
        var published = changes.publish(List.of(new FeedChange(UUID.randomUUID(), 1, ChangeKind.PUBLISHED)))
                .subscribeOn(Schedulers.parallel());

        StepVerifier.create(published).expectComplete().verify(Duration.ofSeconds(5));

        assertThat(mayBlock).containsExactly(true);
    }

    /** Takes every record and remembers whether the thread that brought it may block. */
    private final class RecordingKafkaTemplate extends KafkaTemplate<String, byte[]> {

        RecordingKafkaTemplate() {
            super(MockProducer::new);
        }

        @Override
        public CompletableFuture<SendResult<String, byte[]>> send(ProducerRecord<String, byte[]> message) {
            mayBlock.add(Thread.currentThread().getName().startsWith("boundedElastic"));
            return CompletableFuture.completedFuture(new SendResult<>(message, TAKEN));
        }
    }
}
