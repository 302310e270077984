package org.vedette.feed.entries.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.vedette.events.EventSource;
import org.vedette.events.PostEventType;
import org.vedette.events.PostPublished;
import org.vedette.events.PublicPost;
import org.vedette.feed.entries.Entries;
import org.vedette.feed.entries.EntriesUnavailableException;
import org.vedette.feed.entries.EntryProjection;
import org.vedette.feed.entries.EntrySummary;
import org.vedette.feed.entries.FeedChange;
import org.vedette.feed.entries.InMemoryEntries;
import org.vedette.feed.entries.ProjectedPost;
import org.vedette.feed.entries.updates.BrokerContact;
import org.vedette.feed.timeline.Position;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

class PostEventListenerTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final InMemoryEntries entries = new InMemoryEntries();
    private final List<FeedChange> announced = new ArrayList<>();
    private final BrokerContact contact = new BrokerContact(Clock.systemUTC());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final PostEventListener listener = listener(entries);

    @Test
    void aBatchIsProjectedAndAnnounced() {
        var one = aPost().build();
        var other = aPost().build();

        listener.onPostEvents(List.of(published(one), published(other)));

        assertThat(announced).extracting(FeedChange::postId).containsExactlyInAnyOrder(one.id(), other.id());
    }

    @Test
    void anInstanceThatFallsBehindItsNewsIsWaitedForAWhile() {
        contact.heard(10_000);
        var begun = Instant.now();

        listener.onPostEvents(List.of(published(aPost().build())));

        assertThat(Duration.between(begun, Instant.now())).isBetween(Duration.ofMillis(900), Duration.ofSeconds(10));
        assertThat(announced).hasSize(1);
    }

    @Test
    void theRecordThatIsNoEventIsNamedAndTheOthersAreProjected() {
        var before = aPost().build();
        var poison = new ConsumerRecord<>("posts", 0, 7, "key", "not an event".getBytes(UTF_8));
        var after = aPost().build();

        var failure = onPostEventsFails(List.of(published(before), poison, published(after)));

        assertThat(failure.getRecord()).isSameAs(poison);
        assertThat(failure).hasCauseInstanceOf(UnreadableEvent.class);
        assertThat(announced).extracting(FeedChange::postId).containsExactlyInAnyOrder(before.id(), after.id());
    }

    @Test
    void anEventThatLacksWhatItPromisesIsNoEvent() {
        var record = message(
                UUID.randomUUID(),
                "{\"post\": {\"id\": \"" + UUID.randomUUID()
                        + "\", \"formerSlugs\": [], \"bylines\": [], \"tags\": [], \"revision\": 1}}");

        var failure = onPostEventsFails(List.of(record));

        assertThat(failure.getCause()).hasMessageContaining("breaks the contract: post.slug is missing");
    }

    @Test
    void whileTheStoreIsAwayTheFailureSaysThatItPasses() {
        entries.goAway();

        var failure = onPostEventsFails(List.of(published(aPost().build())));

        assertThat(failure).hasCauseInstanceOf(EntriesUnavailableException.class);
        assertThat(PostEventFailures.isPassing(failure)).isTrue();
    }

    @Test
    void whileTheStoreIsAwayTheRestOfABatchIsNotTried() {
        var tried = new AtomicInteger();
        var away = listener(store(batch -> {
            tried.incrementAndGet();
            return Mono.error(new EntriesUnavailableException(new IllegalStateException("away")));
        }));

        var failure =
                catchThrowableOfType(BatchListenerFailedException.class, () -> away.onPostEvents(publishedPosts(200)));

        assertThat(PostEventFailures.isPassing(failure)).isTrue();
        assertThat(tried).hasValue(1);
    }

    @Test
    void whatTheStoreRefusesIsNamedAndTheOthersAreKept() {
        var one = aPost().build();
        var refused = aPost().title("Refused").build();
        var other = aPost().build();
        var messages = Stream.of(one, refused, other)
                .map(PostEventListenerTests::published)
                .toList();
        var picky = listener(store(batch ->
                batch.stream().anyMatch(each -> each.id().equals(refused.id()))
                        ? Mono.error(new IllegalStateException("not this one"))
                        : entries.save(batch)));

        var failure = catchThrowableOfType(BatchListenerFailedException.class, () -> picky.onPostEvents(messages));

        assertThat(failure.getRecord()).isSameAs(messages.get(1));
        assertThat(PostEventFailures.isPassing(failure)).isFalse();
        assertThat(announced).extracting(FeedChange::postId).containsExactlyInAnyOrder(one.id(), other.id());
    }

    @Test
    void whenTheStoreGoesAwayAfterARefusalTheRestComesAgain() {
        var messages = publishedPosts(4);
        var calls = new AtomicInteger();
        var failing = listener(store(batch -> switch (calls.incrementAndGet()) {
            case 1 -> Mono.error(new IllegalStateException("one of them"));
            case 2 -> entries.save(batch);
            default -> Mono.error(new EntriesUnavailableException(new IllegalStateException("away")));
        }));

        var failure = catchThrowableOfType(BatchListenerFailedException.class, () -> failing.onPostEvents(messages));

        assertThat(failure.getRecord()).isSameAs(messages.get(1));
        assertThat(PostEventFailures.isPassing(failure)).isTrue();
        assertThat(announced).hasSize(1);
    }

    @Test
    void whileTheStoreIsAwayNoEarlierRecordIsSkipped() {
        var unreadable = new ConsumerRecord<>("posts", 0, 7, "key", "not an event".getBytes(UTF_8));
        var messages = List.of(published(aPost().build()), unreadable);
        entries.goAway();

        var failure = onPostEventsFails(messages);

        assertThat(failure.getRecord()).isSameAs(messages.get(0));
    }

    @Test
    void eventsThatBringNothingNewAreAnnouncedAndCountedAsRepeated() {
        var event = published(aPost().build());

        listener.onPostEvents(List.of(event));
        listener.onPostEvents(List.of(event));

        assertThat(announced).hasSize(2);
        assertThat(meters.get("vedette.feed.events.projected").counter().count())
                .isEqualTo(1);
        assertThat(meters.get("vedette.feed.events.repeated").counter().count()).isEqualTo(1);
    }

    @Test
    void aBatchThatTakesTooLongFailsAtItsFirstRecordAndPasses() {
        var batch = publishedPosts(20);

        StepVerifier.withVirtualTime(() -> listener(store(any -> Mono.never())).project(batch))
                .thenAwait(Duration.ofSeconds(61))
                .assertNext(failure -> assertThat(failure)
                        .hasValueSatisfying(
                                named -> assertThat(named.getRecord()).isSameAs(batch.get(0)))
                        .hasValueSatisfying(named ->
                                assertThat(PostEventFailures.isPassing(named)).isTrue()))
                .verifyComplete();
    }

    @Test
    void whatCannotBeAnnouncedFailsAtTheFirstRecordAndPasses() {
        var batch = publishedPosts(2);
        var unheard = new PostEventListener(
                new PostEventReader(JSON),
                new EntryProjection(
                        entries, changes -> Mono.error(new AnnouncementFailed(new IllegalStateException("away")))),
                new PostEventMeters(meters),
                contact);

        var failure = catchThrowableOfType(BatchListenerFailedException.class, () -> unheard.onPostEvents(batch));

        assertThat(failure.getRecord()).isSameAs(batch.get(0));
        assertThat(PostEventFailures.isPassing(failure)).isTrue();
    }

    @Test
    void whatCanNeverBeReadDoesNotPass() {
        var poison = new ConsumerRecord<>("posts", 0, 7, "key", "not an event".getBytes(UTF_8));

        var failure = onPostEventsFails(List.of(poison));

        assertThat(PostEventFailures.isPassing(failure)).isFalse();
    }

    private PostEventListener listener(Entries store) {
        return new PostEventListener(
                new PostEventReader(JSON),
                new EntryProjection(store, this::announce),
                new PostEventMeters(meters),
                contact);
    }

    private static Entries store(Function<Collection<? extends ProjectedPost>, Mono<Set<UUID>>> answer) {
        return new Entries() {
            @Override
            public Mono<Set<UUID>> save(Collection<? extends ProjectedPost> projected) {
                return answer.apply(projected);
            }

            @Override
            public Flux<ProjectedPost> find(Collection<UUID> ids) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Flux<EntrySummary> summaries(Collection<UUID> ids) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Flux<Position> positions() {
                throw new UnsupportedOperationException();
            }
        };
    }

    private static List<ConsumerRecord<String, byte[]>> publishedPosts(int count) {
        return Stream.generate(() -> published(aPost().build())).limit(count).toList();
    }

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
                .withSource(EventSource.POST_SERVICE)
                .withData("application/json", data.getBytes(UTF_8))
                .build();
        ProducerRecord<String, byte[]> written = KafkaMessageFactory.<String>createWriter("posts", postId.toString())
                .writeBinary(event);
        var record = new ConsumerRecord<>("posts", 0, 0, written.key(), written.value());
        written.headers().forEach(header -> record.headers().add(header));
        return record;
    }

    private Mono<Void> announce(Collection<FeedChange> changes) {
        return Mono.fromRunnable(() -> announced.addAll(changes));
    }
}
