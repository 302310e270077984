package org.vedette.starter.kafka;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.kafka.core.KafkaAdmin;

/** Creates the topics that the context declares, as soon as a broker answers; nothing waits for it at the start. */
final class TopicCreator {

    private final KafkaAdmin admin;
    private final ApplicationEventPublisher events;

    TopicCreator(KafkaAdmin admin, ApplicationEventPublisher events) {
        this.admin = admin;
        this.events = events;
    }

    /** Creates what is missing and publishes {@link TopicsCreatedEvent}; fails while the broker cannot be reached. */
    void create() {
        if (!admin.initialize()) {
            throw new TopicsUnavailableException();
        }
        events.publishEvent(new TopicsCreatedEvent());
    }
}
