package org.vedette.feed.projection.messaging;

import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.stereotype.Component;
import org.vedette.feed.projection.ProjectionRecovery;
import org.vedette.starter.kafka.TopicsCreatedEvent;

/**
 * Lets the listener begin once the topics exist and the store was compared with what was consumed before. When that
 * cannot be compared yet, the creator of the topics publishes its event again.
 */
@Component
class PostEventListenerStarter {

    private final ProjectionRecovery recovery;
    private final KafkaListenerEndpointRegistry listeners;

    PostEventListenerStarter(ProjectionRecovery recovery, KafkaListenerEndpointRegistry listeners) {
        this.recovery = recovery;
        this.listeners = listeners;
    }

    @EventListener(TopicsCreatedEvent.class)
    void startListener() {
        recovery.checkAtStart();
        Objects.requireNonNull(listeners.getListenerContainer(PostEventListener.ID))
                .start();
    }
}
