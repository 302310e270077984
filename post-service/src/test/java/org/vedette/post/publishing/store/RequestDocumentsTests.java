package org.vedette.post.publishing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.post.Submissions.aSubmission;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.vedette.post.lifecycle.Draft;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.lifecycle.Revision;
import org.vedette.post.lifecycle.Slug;
import org.vedette.post.publishing.Changes;
import org.vedette.post.publishing.PostChange;
import org.vedette.post.requests.IdempotencyKey;

class RequestDocumentsTests {

    private static final IdempotencyKey KEY = new IdempotencyKey("the-new-one", "fingerprint");

    @Test
    void aPostForgetsKeysThatAreNotValidAnyMore() {
        var post = used(List.of(
                use("expired", Changes.AT.minus(IdempotencyKey.VALIDITY)),
                use("valid", Changes.AT.minus(IdempotencyKey.VALIDITY).plusMillis(1))));

        assertThat(keysAfter(post)).containsExactly("valid", KEY.value());
    }

    @Test
    void aPostKeepsTheLastKeysOfAScriptThatUsesThemWithoutEnd() {
        var post = used(IntStream.range(0, 700)
                .mapToObj(number -> use("key-" + number, Changes.AT.minus(Duration.ofMinutes(1))))
                .toList());

        assertThat(keysAfter(post)).hasSize(500).startsWith("key-201").endsWith("key-699", KEY.value());
    }

    @Test
    void aFormerRevisionHasNoKeys() {
        var post = used(List.of(use("key", Changes.AT)))
                .append(PostDocuments.ID, new UUID(0, 1))
                .append(PostDocuments.REVISION, 3L);

        assertThat(RevisionDocuments.former(post))
                .doesNotContainKeys(RequestDocuments.KEYS, RequestDocuments.REQUESTS)
                .containsEntry(RevisionDocuments.POST, new UUID(0, 1));
        assertThat(post).containsKeys(RequestDocuments.KEYS, RequestDocuments.REQUESTS);
    }

    private static List<String> keysAfter(Document post) {
        var after = new Document();
        RequestDocuments.append(after, RequestDocuments.uses(post, KEY, change()));
        assertThat(after.getList(RequestDocuments.REQUESTS, Document.class))
                .extracting(use -> use.getString(RequestDocuments.KEY))
                .isEqualTo(after.getList(RequestDocuments.KEYS, String.class));
        return after.getList(RequestDocuments.KEYS, String.class);
    }

    private static Document used(List<Document> uses) {
        var post = new Document();
        RequestDocuments.append(post, uses);
        return post;
    }

    private static Document use(String key, Instant at) {
        return new Document(RequestDocuments.KEY, key)
                .append("fingerprint", "fingerprint")
                .append("revision", 1L)
                .append("at", Date.from(at));
    }

    private static PostChange change() {
        var content = aSubmission().build().content();
        return Changes.to(
                new Draft(new PostId(new UUID(0, 1)), Revision.FIRST, new Slug("a-post"), content, null, Changes.AT));
    }
}
