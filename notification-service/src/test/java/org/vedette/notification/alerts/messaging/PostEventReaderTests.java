package org.vedette.notification.alerts.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vedette.events.PostEventType;
import org.vedette.events.Topics;
import org.vedette.starter.failures.UnreadableRecordException;
import tools.jackson.databind.json.JsonMapper;

class PostEventReaderTests {

    private final PostEventReader reader =
            new PostEventReader(JsonMapper.builder().build());

    @ParameterizedTest
    @EnumSource
    void theGoldenFileOfEveryEventCanBeRead(PostEventType type) {
        var golden = golden("post-" + type.name().toLowerCase(Locale.ROOT) + ".json");

        assertThat(reader.read(record(type.type(), golden))).get().isInstanceOf(type.data());
    }

    @Test
    void anUnknownFieldIsIgnored() {
        var golden = golden("post-published.json").replaceFirst("\\{", "{\"fromTheFuture\": {\"a\": [1]},");

        assertThat(reader.read(record(PostEventType.PUBLISHED.type(), golden))).isPresent();
    }

    @Test
    void anEventOfAnUnknownTypeIsSkipped() {
        assertThat(reader.read(record("org.vedette.post.translated.v1", "{}"))).isEmpty();
    }

    @Test
    void anEventThatBreaksTheContractIsRefused() {
        var golden = golden("post-published.json").replace("\"slug\": \"weekly-phishing-report-", "\"slug\": \"a b/");

        assertThatExceptionOfType(UnreadableRecordException.class)
                .isThrownBy(() -> reader.read(record(PostEventType.PUBLISHED.type(), golden)))
                .withMessageContaining("post.slug is not a slug");
    }

    private static ConsumerRecord<String, byte[]> record(String type, String value) {
        var record = new ConsumerRecord<>(Topics.POSTS, 0, 0, "key", bytes(value));
        record.headers()
                .add("ce_specversion", bytes("1.0"))
                .add("ce_id", bytes("1"))
                .add("ce_source", bytes("urn:vedette:post-service"))
                .add("ce_type", bytes(type))
                .add("content-type", bytes("application/json"));
        return record;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String golden(String name) {
        try (var file = PostEventType.class.getResourceAsStream("golden/" + name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
