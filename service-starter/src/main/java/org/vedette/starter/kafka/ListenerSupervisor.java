package org.vedette.starter.kafka;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.kafka.event.ConsumerStoppedEvent;
import org.springframework.kafka.event.ConsumerStoppedEvent.Reason;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * Restarts listener containers of which a consumer ended by itself. Spring Kafka ends a consumer for good when its listener
 * throws an Error, such as an OutOfMemoryError, or when the broker refuses its credentials.
 */
final class ListenerSupervisor implements ApplicationListener<ConsumerStoppedEvent> {

    private static final Logger log = LoggerFactory.getLogger(ListenerSupervisor.class);

    private final Map<String, MessageListenerContainer> ended = new ConcurrentHashMap<>();

    @Override
    public void onApplicationEvent(ConsumerStoppedEvent event) {
        if (event.getReason() != Reason.NORMAL) {
            var container = event.getContainer(MessageListenerContainer.class);
            log.error(
                    "A consumer of listener {} ended: {}; it is restarted",
                    container.getListenerId(),
                    event.getReason());
            ended.put(String.valueOf(container.getListenerId()), container);
        }
    }

    /** Ids of the listeners that lack a consumer. */
    Set<String> ended() {
        return new TreeSet<>(ended.keySet());
    }

    /** A consumer that ends again at once is noted again, and so is a container that could not be started. */
    void restartEnded() {
        ended.forEach((id, container) -> {
            ended.remove(id, container);
            try {
                container.stop();
                container.start();
            } catch (RuntimeException failure) {
                ended.put(id, container);
                throw failure;
            }
            log.info("Listener {} was restarted", id);
        });
    }
}
