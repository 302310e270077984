package org.vedette.post.publishing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.post.Submissions.aSubmission;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import org.vedette.events.PostPublished;
import org.vedette.post.PostServiceProperties;
import org.vedette.post.outbox.Announcement;
import org.vedette.post.outbox.Backlog;
import org.vedette.post.outbox.Claim;
import org.vedette.post.outbox.WaitingEvent;
import org.vedette.post.publishing.Change;
import org.vedette.post.publishing.Draft;
import org.vedette.post.publishing.Posts;
import org.vedette.post.publishing.PostsContract;
import org.vedette.post.publishing.Published;
import org.vedette.post.publishing.Refusal.BodyTooLarge;
import org.vedette.post.publishing.Refusal.OutboxFull;
import org.vedette.post.publishing.Refusal.StaleRevision;
import org.vedette.testsupport.events.PublicPosts;
import org.vedette.testsupport.infrastructure.Infrastructure;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

class MongoPostsIT extends PostsContract {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Instant NOW = Instant.parse("2026-11-02T09:30:00.123Z");

    private static MongoClient client;
    private static PostCollection collection;
    private static MongoPosts posts;
    private static MongoOutbox outbox;

    @BeforeAll
    static void connect() {
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(Infrastructure.mongodb()))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .build());
        collection = new PostCollection(
                client,
                new PostServiceProperties(
                        URI.create("http://localhost"),
                        Infrastructure.freshDatabase("posts"),
                        DataSize.ofKilobytes(512),
                        Duration.ofSeconds(1),
                        1,
                        List.of()));
        posts = new MongoPosts(collection, new OutboxDocuments(JsonMapper.shared()));
        outbox = new MongoOutbox(collection);
        PostIndexes indexes = new PostIndexes(collection);
        indexes.start();
        assertThat(indexes.exist()).isTrue();
    }

    @AfterAll
    static void disconnect() {
        client.close();
    }

    @Override
    protected Posts posts() {
        return posts;
    }

    @Test
    void aChangeAndItsEventAreStoredInOneWrite() {
        Draft draft = draft(aSubmission());
        store(new Change(draft, null));
        Change publication = announced(published(draft, NOW));

        store(publication);

        WaitingEvent event = waiting(draft).get(0);
        Announcement announcement = publication.announcement();
        assertThat(announcement).isNotNull();
        assertThat(event.id()).isEqualTo(announcement.id());
        assertThat(event.type()).isEqualTo("org.vedette.post.published.v1");
        assertThat(event.at()).isEqualTo(NOW);
        assertThat(JsonMapper.shared().readValue(event.json(), PostPublished.class))
                .isEqualTo(announcement.event());
    }

    @Test
    void aRefusedChangeLeavesNoEvent() {
        Draft draft = draft(aSubmission());
        store(new Change(draft, null));
        store(new Change(revised(draft), null));

        Mono<?> late = posts.store(announced(published(draft, NOW)));

        StepVerifier.create(late).expectError(StaleRevision.class).verify(PATIENCE);
        assertThat(waiting(draft)).isEmpty();
        assertThat(backlog())
                .extracting(Backlog::postId)
                .doesNotContain(draft.id().value());
    }

    @Test
    void aPostWithWaitingEventsIsFoundUntilTheLastOneLeft() {
        Draft draft = draft(aSubmission());
        store(new Change(draft, null));
        store(announced(published(draft, NOW)));
        store(announced(revised(published(draft, NOW), NOW.plusSeconds(1))));
        List<WaitingEvent> events = waiting(draft);
        UUID id = draft.id().value();

        assertThat(backlog()).contains(new Backlog(id, NOW));
        remove(events.get(0));
        assertThat(waiting(draft)).containsExactly(events.get(1));
        assertThat(backlog()).contains(new Backlog(id, NOW.plusSeconds(1)));
        remove(events.get(1));
        assertThat(waiting(draft)).isEmpty();
        assertThat(backlog()).extracting(Backlog::postId).doesNotContain(id);
    }

    @Test
    void anEventPushedWhileAnotherIsRemovedIsNotForgotten() {
        Draft draft = draft(aSubmission());
        store(new Change(draft, null));
        Published post = published(draft, NOW);
        store(announced(post));
        for (int i = 0; i < 50; i++) {
            WaitingEvent oldest = waiting(draft).get(0);
            Published revised = revised(post, NOW.plusSeconds(i));

            Mono.when(posts.store(announced(revised)), outbox.remove(oldest)).block(PATIENCE);

            assertThat(waiting(draft)).hasSize(1);
            assertThat(backlog())
                    .extracting(Backlog::postId)
                    .contains(draft.id().value());
            post = revised;
        }
    }

    @Test
    void ofManyWhoClaimTheEventsOfAPostOneGetsThem() {
        Draft draft = draft(aSubmission());
        store(new Change(draft, null));
        store(announced(published(draft, NOW)));

        List<WaitingEvent> events = await(Flux.range(0, 20)
                .flatMap(relay -> outbox.claim(draft.id().value(), claim(NOW, NOW.plusSeconds(10)))));

        assertThat(events).hasSize(1);
    }

    @Test
    void aClaimEndsByItselfOrWhenItIsGivenBack() {
        Draft draft = draft(aSubmission());
        UUID id = draft.id().value();
        store(new Change(draft, null));
        store(announced(published(draft, NOW)));
        Claim first = claim(NOW, NOW.plusSeconds(10));
        Claim second = claim(NOW.plusSeconds(10), NOW.plusSeconds(20));
        Claim third = claim(NOW.plusSeconds(11), NOW.plusSeconds(21));

        assertThat(await(outbox.claim(id, first))).hasSize(1);
        assertThat(await(outbox.claim(id, second))).hasSize(1);
        outbox.release(id, first).block(PATIENCE);
        assertThat(await(outbox.claim(id, third))).isEmpty();
        outbox.release(id, second).block(PATIENCE);
        assertThat(await(outbox.claim(id, third))).hasSize(1);
    }

    @Test
    void aRemovedEventCanBeRemovedAgain() {
        Draft draft = draft(aSubmission());
        store(new Change(draft, null));
        store(announced(published(draft, NOW)));
        WaitingEvent event = waiting(draft).get(0);

        remove(event);
        remove(event);

        assertThat(waiting(draft)).isEmpty();
    }

    @Test
    void anEventThatDoesNotFitTheTopicIsRefusedBeforeItIsWritten() {
        Draft draft = draft(aSubmission());
        store(new Change(draft, null));
        PostPublished event = new PostPublished(
                PublicPosts.aPost().html("x".repeat(4 * 1024 * 1024)).build());
        Announcement tooLarge = new Announcement(UUID.randomUUID(), NOW, event, null);

        Mono<?> stored = posts.store(new Change(published(draft, NOW), tooLarge));

        StepVerifier.create(stored).expectError(BodyTooLarge.class).verify(PATIENCE);
        assertThat(posts.find(draft.id()).block(PATIENCE)).isEqualTo(draft);
    }

    @Test
    void anOutboxThatIsFullTakesNoMoreUntilAnEventLeft() {
        Draft draft = draft(aSubmission());
        store(new Change(draft, null));
        Published post = published(draft, NOW);
        for (int i = 0; i < 3; i++) {
            store(large(post));
            post = revised(post, NOW);
        }
        Change oneMore = large(post);

        StepVerifier.create(posts.store(oneMore)).expectError(OutboxFull.class).verify(PATIENCE);
        assertThat(posts.find(draft.id()).block(PATIENCE)).isNotEqualTo(post);
        assertThat(waiting(draft)).hasSize(3);
        remove(waiting(draft).get(0));
        store(oneMore);
    }

    private static Change large(Published post) {
        PostPublished event = new PostPublished(
                PublicPosts.aPost().html("x".repeat(4_000_000)).build());
        return new Change(post, new Announcement(UUID.randomUUID(), NOW, event, null));
    }

    @Test
    void theMarkOfAnEmptyOutboxLeavesNoTrace() {
        Draft draft = draft(aSubmission());
        store(new Change(draft, null));
        store(announced(published(draft, NOW)));
        Claim claim = claim(NOW, NOW.plusSeconds(10));
        UUID id = draft.id().value();
        remove(await(outbox.claim(id, claim)).get(0));
        outbox.release(id, claim).block(PATIENCE);

        Document document = Mono.from(
                        collection.documents().find(Filters.eq(id)).first())
                .blockOptional(PATIENCE)
                .orElseThrow();

        assertThat(document)
                .doesNotContainKeys(
                        OutboxDocuments.PENDING,
                        OutboxDocuments.BYTES,
                        OutboxDocuments.OWNER,
                        OutboxDocuments.CLAIMED_UNTIL);
    }

    private static List<WaitingEvent> waiting(Draft post) {
        UUID id = post.id().value();
        Claim claim = claim(NOW, NOW.plusSeconds(10));
        List<WaitingEvent> events = await(outbox.claim(id, claim));
        outbox.release(id, claim).block(PATIENCE);
        return events;
    }

    private static Claim claim(Instant from, Instant until) {
        return new Claim(UUID.randomUUID(), from, until);
    }

    private static List<Backlog> backlog() {
        return await(outbox.backlog(1000));
    }

    private static void remove(WaitingEvent event) {
        outbox.remove(event).block(PATIENCE);
    }

    private static <T> List<T> await(Flux<T> answers) {
        return answers.collectList().blockOptional(PATIENCE).orElseThrow();
    }
}
