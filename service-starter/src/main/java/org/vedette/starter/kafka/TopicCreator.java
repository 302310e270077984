package org.vedette.starter.kafka;

import org.springframework.context.ApplicationEventPublisher;

/** Creates the topics that the context declares, as soon as a broker answers; nothing waits for it at the start. */
final class TopicCreator {

    private final Runnable topics;
    private final ApplicationEventPublisher events;

    /** @param topics creates what is missing; fails while the broker cannot be reached */
    TopicCreator(Runnable topics, ApplicationEventPublisher events) {
        this.topics = topics;
        this.events = events;
    }

    /** Creates what is missing and publishes {@link TopicsCreatedEvent}; fails while the broker cannot be reached. */
    void create() {
        topics.run();
        events.publishEvent(new TopicsCreatedEvent());
    }
}
