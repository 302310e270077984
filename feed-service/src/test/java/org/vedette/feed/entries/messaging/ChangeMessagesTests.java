package org.vedette.feed.entries.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.feed.entries.ChangeKind;
import org.vedette.feed.entries.FeedChange;
import org.vedette.feed.entries.updates.Announcement;
import tools.jackson.databind.json.JsonMapper;

class ChangeMessagesTests {

    private static final UUID POST = UUID.fromString("0193bfa5-0000-7000-8000-000000000001");

    private final ChangeMessages messages =
            new ChangeMessages(JsonMapper.builder().build());

    @Test
    void whatIsWrittenIsReadWithItsPlace() {
        var change = new FeedChange(POST, 3, ChangeKind.REVISED);

        var written = messages.write(change);

        assertThat(messages.read(List.of(message(written.key(), written.value()))))
                .singleElement()
                .satisfies(heard -> assertThat(heard.news()).isEqualTo(change))
                .satisfies(heard -> assertThat(heard.place()).isEqualTo(7));
    }

    @Test
    void newsOfOtherVersionsIsRead() {
        var values = Stream.of(
                "{\"postId\": \"" + POST + "\", \"revision\": 3}",
                "{\"postId\": \"" + POST + "\", \"revision\": 3, \"kind\": \"TRANSLATED\", \"mood\": \"calm\"}");

        var read = messages.read(values.map(value -> message(POST.toString(), value.getBytes(UTF_8)))
                .toList());

        assertThat(read).extracting(Announcement::news).containsOnly(new FeedChange(POST, 3, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "", "null", "[]", "{}", "{\"postId\": null, \"revision\": 3}"})
    void theKeyAloneIsNewsEnough(String value) {
        var read = messages.read(List.of(message(POST.toString(), value.getBytes(UTF_8))));

        assertThat(read).extracting(Announcement::news).containsExactly(new FeedChange(POST, 0, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "null"})
    void whatNamesNoPostIsNoNews(String value) {
        var read = messages.read(List.of(message("key", value.getBytes(UTF_8)), message(null, value.getBytes(UTF_8))));

        assertThat(read).isEmpty();
    }

    private static ConsumerRecord<String, byte[]> message(@Nullable String key, byte[] value) {
        return new ConsumerRecord<>(FeedTopics.CHANGES, 0, 7, key, value);
    }
}
