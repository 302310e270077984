package org.vedette.post.publishing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.vedette.post.authors.AuthorSlug;
import org.vedette.post.authors.PublishedNames.PublishedName;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.lifecycle.Published;
import org.vedette.post.lifecycle.Slug;
import org.vedette.post.outbox.FakeEventPublisher;
import org.vedette.post.outbox.OutboxRelay;

/** The documents of version 0.1.0, as it wrote them, are read and relayed. */
class PreviousVersionIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final StoreFixture STORE = new StoreFixture();
    private static final String POST = """
            {"_id": {"$uuid": "%1$s"}, "title": "A loader", "standfirst": null, "body": "It *waits*.",
             "bylines": [{"name": "Ada Example", "affiliation": "Example Labs"}], "tags": ["loader"],
             "series": "weekly-phishing-report", "period": {"from": "2026-06-22", "to": "2026-06-28"}, "tlp": "CLEAR",
             "revision": {"$numberLong": "2"}, "slugs": ["a-loader-%1$s", "an-older-slug-%1$s"],
             "createdAt": {"$date": "2026-06-30T09:00:00.123Z"}, "state": "published", "publishAt": null,
             "publishedAt": {"$date": "2026-06-30T10:00:00.456Z"}, "revisedAt": {"$date": "2026-06-30T10:00:00.456Z"}
             %2$s}
            """;
    private static final String PENDING = """
            , "outbox": [{"id": {"$uuid": "0190163d-8694-739b-aea5-966c26f8ad91"},
                          "type": "org.vedette.post.published.v1", "at": {"$date": "2026-06-30T10:00:00.456Z"},
                          "traceparent": null, "json": "{\\"é\\":1}"}],
            "outboxPending": true, "outboxBytes": 8
            """;

    /** Written by a relay that was killed before it released its claim. */
    private static final String EMPTY = """
            , "outbox": [], "outboxPending": true, "outboxBytes": 0,
            "outboxOwner": {"$uuid": "0190163d-8694-739b-aea5-966c26f8ad92"},
            "outboxClaimedUntil": {"$date": "2026-06-30T10:00:14.456Z"}
            """;

    private final UUID id = UUID.randomUUID();
    private final FakeEventPublisher publisher = new FakeEventPublisher();
    private final OutboxRelay relay = new OutboxRelay(
            STORE.outbox(), publisher, Clock.tickMillis(ZoneOffset.UTC), Duration.ofSeconds(1), new UUID(0, 1));

    @AfterAll
    static void disconnect() {
        STORE.close();
    }

    @Test
    void aPostIsRead() {
        insert("");

        var post = STORE.posts().find(new PostId(id)).block(TIMEOUT);

        assertThat(post).asInstanceOf(type(Published.class)).satisfies(published -> {
            assertThat(published.revision().value()).isEqualTo(2);
            assertThat(published.content().title().value()).isEqualTo("A loader");
            assertThat(published.formerSlugs()).containsExactly(new Slug("an-older-slug-" + id));
            assertThat(published.publishedAt()).isEqualTo("2026-06-30T10:00:00.456Z");
            assertThat(published.corrections()).isEmpty();
            assertThat(published.content().language().tag()).isEqualTo("sv");
        });
    }

    @Test
    void theNamesInItsBylinesAreReadAndItIsFoundByThem() {
        insert("");

        var names =
                new MongoPublishedNames(STORE.collection()).all().collectList().block(TIMEOUT);
        var found = STORE.posts()
                .publishedWithout(new AuthorSlug("ada-example"), "Ada Example")
                .map(Published::id)
                .collectList()
                .block(TIMEOUT);

        assertThat(names).contains(new PublishedName("Ada Example", Instant.parse("2026-06-30T10:00:00.456Z")));
        assertThat(found).contains(new PostId(id));
    }

    @Test
    void aDocumentThatCannotBeReadKeepsNoNameFromBeingRead() {
        insert("");
        STORE.insert(new Document("_id", UUID.randomUUID())
                .append("state", "published")
                .append("slugs", UUID.randomUUID().toString())
                .append("bylines", "Ada"));

        var names =
                new MongoPublishedNames(STORE.collection()).all().collectList().block(TIMEOUT);

        assertThat(names).extracting(PublishedName::name).contains("Ada Example");
    }

    @Test
    void aPendingEventIsSent() {
        insert(PENDING);

        relay.sweep();

        assertThat(publisher.published()).hasSize(1).first().satisfies(event -> {
            assertThat(event.id()).hasToString("0190163d-8694-739b-aea5-966c26f8ad91");
            assertThat(event.postId()).isEqualTo(id);
            assertThat(event.json()).isEqualTo("{\"é\":1}");
        });
        assertThat(STORE.document(id)).doesNotContainKeys("outboxPending", "outboxBytes", "outboxOwner");
    }

    @Test
    void theMarkOfAnEmptyOutboxIsRemoved() {
        insert(EMPTY);

        relay.sweep();

        assertThat(publisher.published()).isEmpty();
        assertThat(STORE.document(id))
                .doesNotContainKeys("outboxPending", "outboxBytes", "outboxOwner", "outboxClaimedUntil");
    }

    private void insert(String outbox) {
        STORE.insert(Document.parse(POST.formatted(id, outbox)));
    }
}
