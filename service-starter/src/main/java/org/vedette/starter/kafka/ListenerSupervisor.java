package org.vedette.starter.kafka;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * Restarts listener containers whose consumer ended by itself: Spring Kafka stops a consumer for good when its listener
 * throws an Error, such as an OutOfMemoryError, while the container still says that it is running.
 */
final class ListenerSupervisor {

    private static final Logger log = LoggerFactory.getLogger(ListenerSupervisor.class);

    private final KafkaListenerEndpointRegistry containers;

    ListenerSupervisor(KafkaListenerEndpointRegistry containers) {
        this.containers = containers;
    }

    void restartDeadContainers() {
        containers.getListenerContainers().stream()
                .filter(container -> container.isRunning() && !container.isInExpectedState())
                .forEach(ListenerSupervisor::restart);
    }

    private static void restart(MessageListenerContainer container) {
        log.error(
                "Listener {} ended by itself, after an Error or a fatal refusal; restarting it",
                container.getListenerId());
        container.stop();
        container.start();
    }
}
