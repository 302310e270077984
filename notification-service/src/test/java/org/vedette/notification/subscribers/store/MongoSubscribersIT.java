package org.vedette.notification.subscribers.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.vedette.notification.subscribers.TestSubscribers.anActiveSubscriber;
import static org.vedette.notification.subscribers.TestSubscribers.anId;

import java.time.Duration;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.vedette.notification.TestProperties;
import org.vedette.notification.TestStore;
import org.vedette.notification.subscribers.Subscribers;
import org.vedette.notification.subscribers.SubscribersContract;
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

        assertThat(SUBSCRIBERS.active().collectList().block(TIMEOUT)).contains(readable.id());
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
