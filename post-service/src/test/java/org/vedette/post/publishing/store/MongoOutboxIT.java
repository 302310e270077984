package org.vedette.post.publishing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.post.Submissions.aSubmission;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.vedette.post.outbox.Outbox;
import org.vedette.post.outbox.OutboxContract;
import org.vedette.post.outbox.PendingPost;
import org.vedette.post.publishing.PublishedPosts;
import reactor.core.publisher.Mono;

class MongoOutboxIT extends OutboxContract {

    private static final StoreFixture STORE = new StoreFixture();

    private final PublishedPosts posts = new PublishedPosts(STORE.posts(), aSubmission());

    @AfterAll
    static void disconnect() {
        STORE.close();
    }

    @Override
    protected Outbox outbox() {
        return STORE.outbox();
    }

    @Override
    protected void store(UUID postId, Instant at) {
        posts.storeWithEvent(postId, at).block(TIMEOUT);
    }

    @Test
    void anEventStoredWhileAnotherIsRemovedStaysPending() {
        store(post, NOW);
        for (var second = 1; second <= 50; second++) {
            var claim = claimFrom(NOW.plusSeconds(100L * second));
            var oldest = outbox().claim(post, claim)
                    .blockOptional(TIMEOUT)
                    .orElseThrow()
                    .get(0);
            var at = NOW.plusSeconds(second);

            Mono.when(posts.storeWithEvent(post, at), outbox().remove(oldest).then(outbox().release(post, claim)))
                    .block(TIMEOUT);

            assertThat(outbox().pending().collectList().block(TIMEOUT)).contains(new PendingPost(post, at));
        }
    }

    @Test
    void aPostWithoutPendingEventsHasNoFieldsOfAnOutboxButTheEmptyArray() {
        store(post, NOW);
        var claim = claimFrom(NOW);
        var event =
                outbox().claim(post, claim).blockOptional(TIMEOUT).orElseThrow().get(0);
        outbox().remove(event).then(outbox().release(post, claim)).block(TIMEOUT);

        var document = STORE.document(post);

        assertThat(document)
                .doesNotContainKeys(
                        OutboxDocuments.PENDING,
                        OutboxDocuments.BYTES,
                        OutboxDocuments.OWNER,
                        OutboxDocuments.CLAIMED_UNTIL);
    }

    @Test
    void anUnreadableOutboxDoesNotKeepOthersFromBeingFound() {
        var unreadable = new HashMap<String, Object>(Map.of(
                "_id",
                UUID.randomUUID(),
                "slugs",
                UUID.randomUUID().toString(),
                "outboxPending",
                true,
                "outbox",
                "none"));
        STORE.insert(new Document(unreadable));
        store(post, NOW);

        var pending = outbox().pending().collectList().block(TIMEOUT);

        assertThat(pending).contains(new PendingPost(post, NOW));
    }
}
