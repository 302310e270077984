package org.vedette.notification.preferences;

class InMemoryKnownTopicsTests extends KnownTopicsContract {

    private final InMemoryKnownTopics topics = new InMemoryKnownTopics();

    @Override
    protected KnownTopics topics() {
        return topics;
    }
}
