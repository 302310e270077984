package org.vedette.feed.projection.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vedette.events.PostEvent;
import org.vedette.events.PostEventType;
import org.vedette.starter.failures.UnreadableRecordException;
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

        var received = reader.read(message(type, golden)).orElseThrow();

        assertThat(JSON.readTree(JSON.writeValueAsBytes(received.event()))).isEqualTo(JSON.readTree(golden));
        assertThat(received.time()).isEqualTo(AT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"name\": \"Ada Example\" | \"name\": null | post.bylines[0].name is missing",
                "\"slug\": \"weekly-phishing-report\" | \"slug\": null | post.series.slug is missing",
                "\"slug\": \"weekly-phishing-report-november-3-2026\" | \"slug\": \"a b?\" | post.slug is not a slug",
                "[\"phishing\", \"parcel\"] | [null] | tags has an element that is null",
                "\"revisedAt\": \"2026 | \"revisedAt\": \"+12026 | post.revisedAt is not in the years 1 to 9999",
            })
    void whatIsNoCompletePostIsRefusedWithTheReason(String golden, String invalid, String reason) {
        var data = new String(golden(PostEventType.PUBLISHED), UTF_8).replace(golden, invalid);

        assertThatThrownBy(() -> reader.read(message(PostEventType.PUBLISHED, data.getBytes(UTF_8))))
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessageContaining(reason);
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
                .withSource(PostEvent.SOURCE)
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
