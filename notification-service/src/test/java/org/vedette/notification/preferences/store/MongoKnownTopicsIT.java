package org.vedette.notification.preferences.store;

import org.vedette.notification.TestProperties;
import org.vedette.notification.TestStore;
import org.vedette.notification.preferences.KnownTopics;
import org.vedette.notification.preferences.KnownTopicsContract;
import org.vedette.testsupport.infrastructure.Infrastructure;

class MongoKnownTopicsIT extends KnownTopicsContract {

    private static final KnownTopics TOPICS = onAFreshDatabase();

    @Override
    protected KnownTopics topics() {
        return TOPICS;
    }

    private static KnownTopics onAFreshDatabase() {
        var properties = TestProperties.withDatabase(Infrastructure.freshDatabase("topics"));
        TestStore.create(new TopicIndexesConfiguration().topicIndexes(TestStore.client(), properties));
        return new MongoKnownTopics(TestStore.client(), properties);
    }
}
