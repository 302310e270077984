package org.vedette.post.outbox.messaging;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import org.vedette.events.Topics;

/** Makes the topics once the broker answers, on its own thread: the service starts and serves without it. */
@Component
final class PostTopicsRelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PostTopicsRelay.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final KafkaAdmin admin;
    private final KafkaTemplate<String, byte[]> kafka;
    private final AtomicBoolean running = new AtomicBoolean();
    private final Thread thread = new Thread(this::makeTopics, "post-topics");

    PostTopicsRelay(KafkaAdmin admin, KafkaTemplate<String, byte[]> kafka) {
        this.admin = admin;
        this.kafka = kafka;
    }

    @Override
    public void start() {
        running.set(true);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void stop() {
        running.set(false);
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }

    private void makeTopics() {
        while (running.get() && !made()) {
            try {
                Thread.sleep(PAUSE.toMillis());
            } catch (InterruptedException stopping) {
                running.set(false);
            }
        }
    }

    private boolean made() {
        try {
            // Asking for the partitions warms the producer up: the first event does not wait for metadata.
            return admin.initialize() && !kafka.partitionsFor(Topics.POSTS).isEmpty();
        } catch (RuntimeException away) {
            log.warn("Kafka does not answer; events wait in their outboxes: {}", away.toString());
            return false;
        }
    }
}
