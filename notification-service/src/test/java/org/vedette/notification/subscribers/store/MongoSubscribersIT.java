package org.vedette.notification.subscribers.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.vedette.notification.subscribers.TestSubscribers.anActiveSubscriber;
import static org.vedette.notification.subscribers.TestSubscribers.anId;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.vedette.notification.TestProperties;
import org.vedette.notification.TestStore;
import org.vedette.notification.preferences.PostTopics;
import org.vedette.notification.preferences.Preferences;
import org.vedette.notification.subscribers.Active;
import org.vedette.notification.subscribers.Subscribers;
import org.vedette.notification.subscribers.SubscribersContract;
import org.vedette.notification.subscribers.TestSubscribers;
import org.vedette.starter.failures.UnreadableDocumentException;
import org.vedette.testsupport.infrastructure.Infrastructure;
import reactor.core.publisher.Mono;

class MongoSubscribersIT extends SubscribersContract {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final String DATABASE = Infrastructure.freshDatabase("subscribers");
    private static final Subscribers SUBSCRIBERS = onAFreshDatabase();

    @Override
    protected Subscribers subscribers() {
        return SUBSCRIBERS;
    }

    @Test
    void aSubscriberWhoseIdCannotBeReadIsLeftOutOfTheAudience() {
        insert(new Document("_id", "not a UUID").append("key", "x@example.org").append("state", "active"));
        var readable = anActiveSubscriber();
        assertThat(SUBSCRIBERS.add(readable).block(TIMEOUT)).isTrue();

        assertThat(SUBSCRIBERS
                        .wanting(PostTopics.of(null, List.of()))
                        .collectList()
                        .block(TIMEOUT))
                .contains(readable.id());
    }

    @Test
    void anActiveSubscriberOfAnEarlierVersionWantsEveryPost() {
        var id = anId();
        insert(new Document("_id", id.value())
                .append("key", "z@example.org")
                .append("address", "z@example.org")
                .append("revision", 2L)
                .append("state", "active")
                .append("since", Date.from(TestSubscribers.THEN)));

        assertThat(SUBSCRIBERS
                        .wanting(new PostTopics("weekly", Set.of("phishing"), Set.of("word")))
                        .collectList()
                        .block(TIMEOUT))
                .contains(id);
        assertThat(SUBSCRIBERS.with(id).block(TIMEOUT))
                .isInstanceOfSatisfying(
                        Active.class, active -> assertThat(active.preferences()).isEqualTo(Preferences.EVERYTHING));
    }

    @Test
    void aSubscriberThatCannotBeReadIsNamed() {
        var id = anId();
        insert(new Document("_id", id.value()).append("key", "y@example.org").append("state", "paused"));

        assertThatExceptionOfType(UnreadableDocumentException.class)
                .isThrownBy(() -> SUBSCRIBERS.with(id).block(TIMEOUT))
                .withMessageContaining("document " + id + " of subscribers");
    }

    private static void insert(Document document) {
        var collection = TestStore.client().getDatabase(DATABASE).getCollection(MongoSubscribers.COLLECTION);
        Mono.from(collection.insertOne(document)).block(TIMEOUT);
    }

    private static Subscribers onAFreshDatabase() {
        var properties = TestProperties.withDatabase(DATABASE);
        TestStore.create(new SubscriberIndexesConfiguration().subscriberIndexes(TestStore.client(), properties));
        return new MongoSubscribers(TestStore.client(), TestStore.reader(), properties);
    }
}
