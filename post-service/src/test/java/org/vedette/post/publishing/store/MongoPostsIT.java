package org.vedette.post.publishing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.post.Submissions.aSubmission;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.vedette.events.PostPublished;
import org.vedette.post.history.Revisions;
import org.vedette.post.lifecycle.Draft;
import org.vedette.post.listing.IndexedPost;
import org.vedette.post.outbox.Claim;
import org.vedette.post.outbox.OutboxEvent;
import org.vedette.post.outbox.PendingEvent;
import org.vedette.post.outbox.PendingPost;
import org.vedette.post.publishing.Changes;
import org.vedette.post.publishing.InMemoryPosts;
import org.vedette.post.publishing.Posts;
import org.vedette.post.publishing.PostsContract;
import org.vedette.post.publishing.PublishingException.BodyTooLargeException;
import org.vedette.post.publishing.PublishingException.OutboxFullException;
import org.vedette.post.publishing.PublishingException.StaleRevisionException;
import org.vedette.testsupport.events.PublicPosts;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

class MongoPostsIT extends PostsContract {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Instant NOW = Instant.parse("2026-11-02T09:30:00.123Z");

    private static final StoreFixture STORE = new StoreFixture();

    @AfterAll
    static void disconnect() {
        STORE.close();
    }

    @Override
    protected Posts posts() {
        return STORE.posts();
    }

    @Override
    protected Revisions revisions() {
        return STORE.revisions();
    }

    @Override
    protected List<UUID> woken() {
        return STORE.woken();
    }

    @Test
    void aPostAndItsEventAreStoredInOneWrite() {
        var draft = draft(aSubmission());
        store(draft);
        var published = published(draft, NOW);
        var event = eventOf(published);

        assertThat(posts().store(Changes.to(published, event)).block(TIMEOUT)).isEqualTo(published);

        var pending = pendingEvents(draft).get(0);
        assertThat(pending.id()).isEqualTo(event.id());
        assertThat(pending.type()).isEqualTo("org.vedette.post.published.v1");
        assertThat(pending.at()).isEqualTo(NOW);
        assertThat(JsonMapper.shared().readValue(pending.json(), PostPublished.class))
                .isEqualTo(event.event());
    }

    @Test
    void aRefusedPostLeavesNoEvent() {
        var draft = draft(aSubmission());
        store(draft);
        store(revised(draft));
        var published = published(draft, NOW);

        var late = posts().store(Changes.to(published, eventOf(published)));

        StepVerifier.create(late).expectError(StaleRevisionException.class).verify(TIMEOUT);
        assertThat(STORE.outbox().pending().collectList().blockOptional(TIMEOUT).orElseThrow())
                .extracting(PendingPost::postId)
                .doesNotContain(draft.id().value());
    }

    @Test
    void anEventThatDoesNotFitTheTopicIsRefusedBeforeItIsWritten() {
        var draft = draft(aSubmission());
        store(draft);

        var stored = posts().store(Changes.to(published(draft, NOW), eventOfSize(4 * 1024 * 1024)));

        StepVerifier.create(stored).expectError(BodyTooLargeException.class).verify(TIMEOUT);
        assertThat(posts().find(draft.id()).block(TIMEOUT)).isEqualTo(draft);
    }

    @Test
    void aFullOutboxTakesNoMoreUntilAnEventIsRemoved() {
        var draft = draft(aSubmission());
        store(draft);
        var post = published(draft, NOW);
        for (var i = 0; i < 3; i++) {
            assertThat(posts().store(Changes.to(post, eventOfSize(4_000_000))).block(TIMEOUT))
                    .isEqualTo(post);
            post = revised(post, NOW);
        }

        var oneMore = posts().store(Changes.to(post, eventOfSize(4_000_000)));

        StepVerifier.create(oneMore).expectError(OutboxFullException.class).verify(TIMEOUT);
        assertThat(posts().find(draft.id()).block(TIMEOUT)).isNotEqualTo(post);
        var pending = pendingEvents(draft);
        assertThat(pending).hasSize(3);
        STORE.outbox().remove(pending.get(0)).block(TIMEOUT);
        assertThat(oneMore.block(TIMEOUT)).isEqualTo(post);
    }

    @Test
    void anInvalidDocumentDoesNotKeepOthersFromBeingListed() {
        var slug = UUID.randomUUID().toString();
        STORE.insert(new Document("_id", UUID.randomUUID())
                .append("slugs", List.of(slug))
                .append("createdAt", Date.from(Instant.parse("2998-01-01T00:00:00Z"))));
        var draft = draft(aSubmission());
        store(draft);

        var listed = STORE.stored().all().collectList().blockOptional(TIMEOUT).orElseThrow();

        assertThat(listed).extracting(IndexedPost::post).contains(draft);
        assertThat(STORE.stored().summaries(List.of(draft.id())).collectList().block(TIMEOUT))
                .containsExactly(InMemoryPosts.summary(draft));
    }

    @Test
    void whatWasStoredInASecondIsFoundUnlessItIsKnown() {
        var draft = draft(aSubmission());
        store(draft);
        var seconds = List.of(Changes.AT.getEpochSecond());

        var news = STORE.stored().storedIn(seconds, (id, revision) -> false).collectList();
        var known = STORE.stored()
                .storedIn(seconds, (id, revision) -> id.equals(draft.id()))
                .collectList();

        assertThat(news.block(TIMEOUT)).contains(new IndexedPost(draft, Changes.ADA.id()));
        assertThat(known.blockOptional(TIMEOUT).orElseThrow())
                .extracting(IndexedPost::post)
                .doesNotContain(draft);
    }

    private static OutboxEvent eventOfSize(int characters) {
        var event = new PostPublished(
                PublicPosts.aPost().html("x".repeat(characters)).build());
        return new OutboxEvent(UUID.randomUUID(), NOW, event, null);
    }

    private static List<PendingEvent> pendingEvents(Draft post) {
        var id = post.id().value();
        var claim = new Claim(UUID.randomUUID(), NOW, NOW.plusSeconds(10));
        var events = STORE.outbox().claim(id, claim).blockOptional(TIMEOUT).orElseThrow();
        STORE.outbox().release(id, claim).block(TIMEOUT);
        return events;
    }
}
