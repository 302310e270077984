package org.vedette.feed.entries.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vedette.events.EventSource;
import org.vedette.events.PostEvent;
import org.vedette.events.PostEventType;
import tools.jackson.databind.json.JsonMapper;

/** The contract of the suite's events, as their own module writes it down. */
class PostEventReaderTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant AT = Instant.parse("2026-11-06T07:08:09.010Z");

    private final PostEventReader reader = new PostEventReader(JSON);

    @ParameterizedTest
    @EnumSource
    void allThatAGoldenEventSaysIsRead(PostEventType type) {
        var golden = golden(type);

        var happening = reader.read(message(type, golden)).orElseThrow();

        assertThat(JSON.readTree(JSON.writeValueAsBytes(happening.event()))).isEqualTo(JSON.readTree(golden));
        assertThat(happening.at()).isEqualTo(AT);
    }

    private static byte[] golden(PostEventType type) {
        var name = "golden/post-" + type.name().toLowerCase(Locale.ROOT) + ".json";
        try (var file = PostEvent.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ConsumerRecord<String, byte[]> message(PostEventType type, byte[] data) {
        var event = CloudEventBuilder.v1()
                .withId(UUID.randomUUID().toString())
                .withType(type.type())
                .withSource(EventSource.POST_SERVICE)
                .withTime(AT.atOffset(ZoneOffset.UTC))
                .withData("application/json", data)
                .build();
        ProducerRecord<String, byte[]> written =
                KafkaMessageFactory.<String>createWriter("posts", "key").writeBinary(event);
        var message = new ConsumerRecord<>("posts", 0, 0, written.key(), written.value());
        written.headers().forEach(header -> message.headers().add(header));
        return message;
    }
}
