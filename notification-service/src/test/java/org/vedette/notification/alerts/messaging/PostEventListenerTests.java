package org.vedette.notification.alerts.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoSocketOpenException;
import com.mongodb.ServerAddress;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.events.PostEventType;
import org.vedette.events.Topics;
import org.vedette.notification.alerts.AlertPlanner;
import org.vedette.notification.alerts.InMemoryAlerts;
import org.vedette.notification.alerts.Mailing;
import org.vedette.notification.alerts.PlanningRules;
import org.vedette.notification.alerts.SecondLook;
import org.vedette.notification.digests.DigestArchive;
import org.vedette.notification.digests.InMemoryDigestedPosts;
import org.vedette.notification.followups.FollowUpPlanner;
import org.vedette.notification.preferences.InMemoryKnownTopics;
import org.vedette.notification.subscribers.InMemorySubscribers;
import org.vedette.notification.subscribers.SubscriberId;
import org.vedette.starter.failures.UnreadableDocumentException;
import org.vedette.starter.failures.UnreadableRecordException;
import org.vedette.starter.telemetry.Traces;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

class PostEventListenerTests {

    private static final String POST = """
        {"post": {"id": "0192f0c1-2345-7abc-8def-0123456789ab", "revision": 1, "slug": "s", "formerSlugs": [],
         "title": "T", "html": "", "text": "", "excerpt": "", "bylines": [{"name": "Ada"}], "tags": [],
         "tlp": "CLEAR", "publishedAt": "2026-11-23T09:00:00Z", "revisedAt": "2026-11-23T09:00:00Z"%s}}
        """;

    private static final String WITHDRAWAL = """
        {"postId": "0192f0c1-2345-7abc-8def-0123456789ab", "revision": 3, "slug": "s", "formerSlugs": [],
         "reason": "It named a source.", "withdrawnAt": "2026-11-23T09:30:00Z", "tellAlerted": true%s}
        """;

    private final InMemoryAlerts alerts = new InMemoryAlerts();
    private final List<Mailing> followUps = new ArrayList<>();
    private final PostEventListener listener = new PostEventListener(
            new PostEventReader(JsonMapper.builder().build()),
            new AlertPlanner(
                    alerts,
                    new InMemorySubscribers(),
                    mailing -> Mono.empty(),
                    SecondLook.NONE,
                    new PlanningRules(Duration.ofDays(2), 500),
                    Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC)),
            new FollowUpPlanner(
                    alerts,
                    alert -> Flux.just(new SubscriberId(new UUID(1, 2))),
                    mailing -> Mono.fromRunnable(() -> followUps.add(mailing)),
                    new PlanningRules(Duration.ofDays(2), 500),
                    Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC)),
            new DigestArchive(
                    new InMemoryDigestedPosts(),
                    Duration.ofDays(31),
                    Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC)),
            new InMemoryKnownTopics(),
            new SimpleMeterRegistry(),
            Traces.OFF);

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
    void aPublishedPostWithoutAPartThatAMailNeedsIsUnreadable(String part) {
        assertUnreadable(PostEventType.PUBLISHED, POST.formatted(part));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"revision\": 2, \"formerSlugs\": []}", "{}"})
    void aWithdrawalWithoutAPostIsUnreadable(String value) {
        assertUnreadable(PostEventType.WITHDRAWN, value);
    }

    @ParameterizedTest
    @CsvSource({"'', 1", "', \"tlp\": \"CLEAR\"', 1", "', \"tlp\": \"AMBER\"', 0"})
    void theWithdrawalOfARestrictedPostIsNotTold(String label, int mailings) {
        listener.on(record(PostEventType.PUBLISHED, POST.formatted("")));

        listener.on(record(PostEventType.WITHDRAWN, WITHDRAWAL.formatted(label)));

        assertThat(followUps).hasSize(mailings);
    }

    @ParameterizedTest
    @MethodSource("failuresOfTheStore")
    void aFailureOfTheStoreIsNoFaultOfTheRecord(RuntimeException failure) {
        alerts.beforeNextReplace(() -> Mono.error(failure));

        assertThatThrownBy(() -> listener.on(record(PostEventType.PUBLISHED, POST.formatted(""))))
                .isSameAs(failure);
    }

    @Test
    void anAlertThatCannotBeReadMakesTheRecordUnreadable() {
        var unreadable = new UnreadableDocumentException("alerts", "42", new IllegalStateException("unknown state"));
        alerts.beforeNextReplace(() -> Mono.error(unreadable));

        assertThatExceptionOfType(UnreadableRecordException.class)
                .isThrownBy(() -> listener.on(record(PostEventType.PUBLISHED, POST.formatted(""))))
                .withMessageContaining("document 42 of alerts");
    }

    static Stream<RuntimeException> failuresOfTheStore() {
        return Stream.of(
                new IllegalStateException("a fault of ours"),
                new MongoSocketOpenException("refused", new ServerAddress()),
                command(18, "AuthenticationFailed"),
                command(10107, "NotWritablePrimary"),
                command(14031, "OutOfDiskSpace"));
    }

    private static MongoCommandException command(int code, String name) {
        var response = new BsonDocument("code", new BsonInt32(code)).append("errmsg", new BsonString(name));
        return new MongoCommandException(response, new ServerAddress());
    }

    private void assertUnreadable(PostEventType type, String value) {
        assertThatExceptionOfType(UnreadableRecordException.class).isThrownBy(() -> listener.on(record(type, value)));
    }

    private static ConsumerRecord<String, byte[]> record(PostEventType type, String value) {
        var record = new ConsumerRecord<>(Topics.POSTS, 0, 0, "key", bytes(value));
        record.headers()
                .add("ce_specversion", bytes("1.0"))
                .add("ce_id", bytes("1"))
                .add("ce_source", bytes("urn:vedette:post-service"))
                .add("ce_type", bytes(type.type()))
                .add("content-type", bytes("application/json"));
        return record;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
