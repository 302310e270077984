package org.vedette.starter.kafka;

import java.util.Iterator;
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

    /** Restarts each of them, whether or not the others can be restarted; fails when one cannot. */
    void restartEnded() {
        restartAll(Map.copyOf(ended).entrySet().iterator());
    }

    private void restartAll(Iterator<Map.Entry<String, MessageListenerContainer>> containers) {
        if (containers.hasNext()) {
            var next = containers.next();
            try {
                restart(next.getKey(), next.getValue());
            } finally {
                restartAll(containers);
            }
        }
    }

    /** Keeps a container that cannot be started, whatever the failure: no thread may be left for its consumer. */
    private void restart(String id, MessageListenerContainer container) {
        // Removed first, because a consumer that ends again at once is added again.
        ended.remove(id, container);
        var restarted = false;
        try {
            container.stop();
            container.start();
            restarted = true;
        } finally {
            if (!restarted) {
                ended.put(id, container);
            }
        }
        log.info("Restarted listener {}", id);
    }
}
