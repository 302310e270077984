package org.vedette.feed.entries.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.feed.entries.ChangeKind;
import org.vedette.feed.entries.FeedChange;
import tools.jackson.databind.json.JsonMapper;

class FeedChangeMessagesTests {

    private static final UUID POST = UUID.fromString("0193bfa5-0000-7000-8000-000000000001");

    private final FeedChangeMessages messages =
            new FeedChangeMessages(JsonMapper.builder().build());

    @Test
    void whatIsWrittenIsReadWithItsOffset() {
        var change = new FeedChange(POST, 3, ChangeKind.REVISED);

        var written = messages.write(change, null);

        assertThat(messages.read(List.of(message(written.key(), written.value(), 7))))
                .isEqualTo(Map.of(7L, change));
    }

    @Test
    void changesOfOtherVersionsAreRead() {
        var unkind = "{\"postId\": \"" + POST + "\", \"revision\": 3}";
        var unknown = "{\"postId\": \"" + POST + "\", \"revision\": 3, \"kind\": \"TRANSLATED\", \"mood\": \"calm\"}";

        var read = messages.read(List.of(
                message(POST.toString(), unkind.getBytes(UTF_8), 0),
                message(POST.toString(), unknown.getBytes(UTF_8), 1)));

        assertThat(read).isEqualTo(Map.of(0L, new FeedChange(POST, 3, null), 1L, new FeedChange(POST, 3, null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "", "null", "[]", "{}", "{\"postId\": null, \"revision\": 3}"})
    void theKeyAloneIsEnough(String value) {
        var read = messages.read(List.of(message(POST.toString(), value.getBytes(UTF_8), 0)));

        assertThat(read).isEqualTo(Map.of(0L, new FeedChange(POST, 0, null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "null"})
    void whatNamesNoPostIsSkipped(String value) {
        var read = messages.read(
                List.of(message("key", value.getBytes(UTF_8), 0), message(null, value.getBytes(UTF_8), 1)));

        assertThat(read).isEmpty();
    }

    private static ConsumerRecord<String, byte[]> message(@Nullable String key, byte[] value, long offset) {
        return new ConsumerRecord<>(KafkaConfiguration.CHANGES, 0, offset, key, value);
    }
}
