package org.vedette.notification.alerts.messaging;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.messaging.converter.MessageConversionException;
import org.vedette.events.PostEventType;
import org.vedette.events.Topics;
import org.vedette.notification.alerts.AlertPlanner;
import org.vedette.notification.alerts.InMemoryAlerts;
import org.vedette.notification.alerts.PlanningRules;
import org.vedette.notification.subscribers.InMemorySubscribers;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

class PostEventListenerTests {

    private static final String POST = """
            {"post": {"id": "0192f0c1-2345-7abc-8def-0123456789ab", "revision": 1, "slug": "s", "formerSlugs": [],
             "title": "T", "html": "", "text": "", "excerpt": "", "bylines": [{"name": "Ada"}], "tags": [],
             "tlp": "CLEAR", "publishedAt": "2026-11-23T09:00:00Z", "revisedAt": "2026-11-23T09:00:00Z"%s}}
            """;

    private final PostEventListener listener = new PostEventListener(
            new PostEventReader(JsonMapper.builder().build()),
            new AlertPlanner(
                    new InMemoryAlerts(),
                    new InMemorySubscribers(),
                    mailing -> Mono.empty(),
                    new PlanningRules(Duration.ofDays(2), 500),
                    Clock.systemUTC()),
            new SimpleMeterRegistry());

    @ParameterizedTest
    @ValueSource(
            strings = {
                ", \"period\": {\"to\": \"2026-11-28\"}",
                ", \"period\": {\"from\": \"2026-11-28\"}",
                ", \"series\": {\"slug\": \"weekly\"}",
                ", \"bylines\": [{\"affiliation\": \"Example Labs\"}]",
                ", \"bylines\": [null]",
                ", \"slug\": null",
            })
    void aPublishedPostWithoutWhatAMailNeedsIsUnreadable(String flaw) {
        assertUnreadable(PostEventType.PUBLISHED, POST.formatted(flaw));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"revision\": 2, \"formerSlugs\": []}", "{}"})
    void aWithdrawalOfNoPostIsUnreadable(String value) {
        assertUnreadable(PostEventType.WITHDRAWN, value);
    }

    private void assertUnreadable(PostEventType type, String value) {
        var record = new ConsumerRecord<>(Topics.POSTS, 0, 0, "key", bytes(value));
        record.headers()
                .add("ce_specversion", bytes("1.0"))
                .add("ce_id", bytes("1"))
                .add("ce_source", bytes("urn:vedette:post-service"))
                .add("ce_type", bytes(type.type()))
                .add("content-type", bytes("application/json"));

        assertThatExceptionOfType(MessageConversionException.class).isThrownBy(() -> listener.on(record));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
