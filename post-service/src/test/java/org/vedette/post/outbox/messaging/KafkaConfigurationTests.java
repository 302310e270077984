package org.vedette.post.outbox.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.util.unit.DataSize;
import org.vedette.events.Topics;
import org.vedette.post.PostServiceProperties;

@ExtendWith(OutputCaptureExtension.class)
class KafkaConfigurationTests {

    private final KafkaConfiguration configuration = new KafkaConfiguration();

    @Test
    void theTopicIsThatOfTheContract() {
        var topic = configuration.postsTopic(new PostServiceProperties(
                URI.create("https://blog.example"),
                "vedette_posts",
                "en",
                java.time.ZoneOffset.UTC,
                DataSize.ofKilobytes(512),
                Duration.ofSeconds(1),
                java.nio.file.Path.of("target"),
                3,
                List.of()));

        assertThat(topic.name()).isEqualTo(Topics.POSTS);
        assertThat(topic.numPartitions()).isEqualTo(Topics.POSTS_PARTITIONS);
        assertThat(topic.replicationFactor()).isEqualTo((short) 3);
        assertThat(topic.configs()).isEqualTo(Topics.POSTS_SETTINGS);
    }

    @Test
    void theLargestEventOfTheContractCanBeSent() {
        var producer = new DefaultKafkaProducerFactory<Object, Object>(Map.of());

        configuration.maxRequestSize().customize(producer);

        assertThat(producer.getConfigurationProperties()).containsEntry("max.request.size", Topics.POSTS_MAX_BYTES);
    }

    @Test
    void aFailedSendIsNotLoggedWithItsPayload(CapturedOutput log) {
        var message = new ProducerRecord<Object, Object>("a-topic", "the payload of a post");

        configuration.producerListener().onError(message, null, new IllegalStateException("the broker is unavailable"));

        assertThat(log.getOut()).doesNotContain("the payload of a post");
    }
}
