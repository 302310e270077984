package org.vedette.notification.subscribers.store;

import java.time.Duration;
import org.vedette.notification.TestProperties;
import org.vedette.notification.TestStore;
import org.vedette.notification.subscribers.Subscribers;
import org.vedette.notification.subscribers.SubscribersContract;
import org.vedette.testsupport.infrastructure.Infrastructure;

class MongoSubscribersIT extends SubscribersContract {

    private static final Subscribers SUBSCRIBERS = onAFreshDatabase();

    @Override
    protected Subscribers subscribers() {
        return SUBSCRIBERS;
    }

    private static Subscribers onAFreshDatabase() {
        var properties = TestProperties.withDatabase(Infrastructure.freshDatabase("subscribers"));
        new SubscriberIndexes(TestStore.client(), properties).prepare().block(Duration.ofSeconds(20));
        return new MongoSubscribers(TestStore.client(), properties);
    }
}
