package org.vedette.feed.projection.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoCredential;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import com.mongodb.connection.ClusterId;
import com.mongodb.connection.ServerId;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.vedette.events.PostEvent;
import org.vedette.events.PostEventType;
import org.vedette.events.PostPublished;
import org.vedette.events.PublicPost;
import org.vedette.feed.entries.EntriesUnavailableException;
import org.vedette.feed.entries.FeedChange;
import org.vedette.feed.entries.FeedChangePublisher;
import org.vedette.feed.entries.updates.ChangeLag;
import org.vedette.feed.projection.EntryProjection;
import org.vedette.feed.projection.InMemoryProjectionVersions;
import org.vedette.feed.projection.ProjectedOffsets;
import org.vedette.starter.failures.Failures;
import org.vedette.starter.failures.UnreadableRecordException;
import org.vedette.starter.telemetry.Traces;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

class PostEventListenerTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final InMemoryProjectionVersions versions = new InMemoryProjectionVersions();
    private final List<FeedChange> published = new ArrayList<>();
    private final ChangeLag lag = new ChangeLag(Clock.systemUTC());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final PostEventListener listener = listener(this::publish);

    @Test
    void aBatchIsProjectedAndPublished() throws Exception {
        var one = aPost().build();
        var other = aPost().build();

        listener.onPostEvents(List.of(published(one), published(other)));

        assertThat(published).extracting(FeedChange::postId).containsExactlyInAnyOrder(one.id(), other.id());
    }

    @Test
    void anInstanceThatFallsBehindIsWaitedForAWhile() throws Exception {
        lag.recordResponse(10_000);
        var begun = Instant.now();

        listener.onPostEvents(List.of(published(aPost().build())));

        assertThat(Duration.between(begun, Instant.now())).isBetween(Duration.ofMillis(900), Duration.ofSeconds(10));
        assertThat(published).hasSize(1);
    }

    @Test
    void anUnreadableRecordIsNamedAndTheOthersAreProjected() {
        var before = aPost().build();
        var after = aPost().build();
        var poison = unreadable();

        var failure = onPostEventsFails(List.of(published(before), poison, published(after)));

        assertThat(failure.getRecord()).isSameAs(poison);
        assertThat(failure).hasCauseInstanceOf(UnreadableRecordException.class);
        assertThat(published).extracting(FeedChange::postId).containsExactlyInAnyOrder(before.id(), after.id());
    }

    @Test
    void anEventThatLacksWhatItPromisesIsUnreadable() {
        var record = message(
                UUID.randomUUID(),
                "{\"post\": {\"id\": \"" + UUID.randomUUID()
                        + "\", \"formerSlugs\": [], \"bylines\": [], \"tags\": [], \"revision\": 1}}");

        var failure = onPostEventsFails(List.of(record));

        assertThat(failure.getCause())
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessageContaining("breaks the contract: post.slug is missing");
    }

    static Stream<Throwable> failuresThatAreNotTheRecords() {
        return Stream.of(
                new EntriesUnavailableException(new TimeoutException("no answer")),
                new MongoSecurityException(MongoCredential.createCredential("feed", "admin", new char[0]), "refused"),
                new MongoNotPrimaryException(new BsonDocument(), new ServerAddress()),
                new MongoConnectionPoolClearedException(new ServerId(new ClusterId(), new ServerAddress()), null),
                new MongoWriteException(
                        new WriteError(14_031, "no space left", new BsonDocument()), new ServerAddress(), Set.of()),
                new IllegalStateException("of the store"),
                new NullPointerException("of ours"),
                new KafkaException("no broker"));
    }

    @ParameterizedTest
    @MethodSource("failuresThatAreNotTheRecords")
    void everyOtherFailureNamesTheFirstEventSoThatItAndAllAfterItComeAgain(Throwable cause) {
        var messages = publishedPosts(3);
        versions.entries("entries").failWith(cause);

        var failure = onPostEventsFails(messages);

        assertThat(failure.getRecord()).isSameAs(messages.get(0));
        assertThat(Failures.find(failure, UnreadableRecordException.class)).isEmpty();
        assertThat(published).isEmpty();
        assertThat(meters.get("vedette.feed.events.dead.lettered").counter().count())
                .isZero();
    }

    @Test
    void whatCannotBePublishedComesAgain() {
        var messages = publishedPosts(2);
        var unheard = listener(changes -> Mono.error(new KafkaException("no broker")));

        var failure = catchThrowableOfType(BatchListenerFailedException.class, () -> unheard.onPostEvents(messages));

        assertThat(failure.getRecord()).isSameAs(messages.get(0));
        assertThat(Failures.find(failure, UnreadableRecordException.class)).isEmpty();
    }

    @Test
    void whileTheStoreIsUnavailableNoEarlierEventIsSkipped() {
        var messages = List.of(published(aPost().build()), unreadable());
        versions.entries("entries").fail();

        var failure = onPostEventsFails(messages);

        assertThat(failure.getRecord()).isSameAs(messages.get(0));
    }

    @Test
    void anUnreadableRecordBeforeTheFirstEventDoesNotWaitForTheStore() {
        var messages = List.of(unreadable(), published(aPost().build()));
        versions.entries("entries").fail();

        var failure = onPostEventsFails(messages);

        assertThat(failure.getRecord()).isSameAs(messages.get(0));
        assertThat(failure).hasCauseInstanceOf(UnreadableRecordException.class);
    }

    @Test
    void theOffsetsAfterABatchAreRecorded() throws Exception {
        versions.recordOffsets("entries", Map.of()).block();

        listener.onPostEvents(List.of(published(aPost().build())));

        assertThat(versions.offsets("entries").block()).isEqualTo(new ProjectedOffsets(Map.of(0, 1L), false));
    }

    @Test
    void theOffsetOfAnUnreadableRecordIsRecordedSinceItIsNeverProjected() {
        versions.recordOffsets("entries", Map.of()).block();

        onPostEventsFails(List.of(unreadable()));

        assertThat(versions.offsets("entries").block()).isEqualTo(new ProjectedOffsets(Map.of(0, 8L), false));
    }

    @Test
    void eventsThatBringNothingNewArePublishedAndCountedAsRepeated() throws Exception {
        var event = published(aPost().build());

        listener.onPostEvents(List.of(event));
        listener.onPostEvents(List.of(event));

        assertThat(published).hasSize(2);
        assertThat(meters.get("vedette.feed.events.projected").counter().count())
                .isEqualTo(1);
        assertThat(meters.get("vedette.feed.events.repeated").counter().count()).isEqualTo(1);
    }

    private PostEventListener listener(FeedChangePublisher publisher) {
        return new PostEventListener(
                new PostEventReader(JSON),
                new EntryProjection(versions, publisher),
                new PostEventMeters(meters),
                lag,
                Traces.OFF);
    }

    private static ConsumerRecord<String, byte[]> unreadable() {
        return new ConsumerRecord<>("posts", 0, 7, "key", "not an event".getBytes(UTF_8));
    }

    private static List<ConsumerRecord<String, byte[]>> publishedPosts(int count) {
        return Stream.generate(() -> published(aPost().build())).limit(count).toList();
    }

    @CanIgnoreReturnValue
    private BatchListenerFailedException onPostEventsFails(List<ConsumerRecord<String, byte[]>> messages) {
        return catchThrowableOfType(BatchListenerFailedException.class, () -> listener.onPostEvents(messages));
    }

    private static ConsumerRecord<String, byte[]> published(PublicPost post) {
        return message(post.id(), JSON.writeValueAsString(new PostPublished(post)));
    }

    private static ConsumerRecord<String, byte[]> message(UUID postId, String data) {
        var event = CloudEventBuilder.v1()
                .withId(UUID.randomUUID().toString())
                .withType(PostEventType.PUBLISHED.type())
                .withSource(PostEvent.SOURCE)
                .withData("application/json", data.getBytes(UTF_8))
                .build();
        ProducerRecord<String, byte[]> written = KafkaMessageFactory.<String>createWriter("posts", postId.toString())
                .writeBinary(event);
        var record = new ConsumerRecord<>("posts", 0, 0, written.key(), written.value());
        written.headers().forEach(header -> record.headers().add(header));
        return record;
    }

    private Mono<Void> publish(Collection<FeedChange> changes) {
        return Mono.fromRunnable(() -> published.addAll(changes));
    }
}
