package org.vedette.notification.subscribers;

class InMemorySubscribersTests extends SubscribersContract {

    private final Subscribers subscribers = new InMemorySubscribers();

    @Override
    protected Subscribers subscribers() {
        return subscribers;
    }
}
