package org.vedette.feed.entries.messaging;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/** Creates the topics as soon as a broker answers, and lets the listener begin then; the start waits for neither. */
@Component
class FeedTopicsRelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(FeedTopicsRelay.class);
    private static final long PAUSE_MILLIS = 1_000;

    private final KafkaAdmin admin;
    private final KafkaListenerEndpointRegistry listeners;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> new Thread(task, "feed-topics"));
    private final AtomicBoolean running = new AtomicBoolean();

    FeedTopicsRelay(KafkaAdmin admin, KafkaListenerEndpointRegistry listeners) {
        this.admin = admin;
        this.listeners = listeners;
    }

    @Override
    public void start() {
        running.set(true);
        thread.execute(this::createTopicsThenListen);
    }

    @Override
    public void stop() {
        running.set(false);
        thread.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }

    private void createTopicsThenListen() {
        while (running.get() && !topicsExist()) {
            pause();
        }
        var listener = listeners.getListenerContainer(PostEventListener.ID);
        if (running.get() && listener != null) {
            listener.start();
        }
    }

    private boolean topicsExist() {
        try {
            return admin.initialize();
        } catch (RuntimeException notNow) {
            log.warn("The topics cannot be created yet: {}", notNow.getMessage());
            return false;
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
