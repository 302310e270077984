package org.vedette.starter.broker;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.config.ContainerCustomizer;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.vedette.starter.MayBlock;
import org.vedette.starter.failures.ServerUnavailableException;
import org.vedette.starter.kafka.TopicsCreatedEvent;

/**
 * Starts the listeners when the broker has answered and the topics exist. Spring Kafka would start them with the context, which fails
 * when the name of the broker cannot be resolved. One that is declared with {@code autoStartup = "false"} is left to its service.
 */
@MayBlock("the worker that creates the topics")
final class ListenerStarter
        implements ContainerCustomizer<Object, Object, ConcurrentMessageListenerContainer<Object, Object>>,
                ApplicationListener<ContextRefreshedEvent> {

    private static final Duration START_TIMEOUT = Duration.ofSeconds(30);

    private final ApplicationContext context;
    private final Set<ConcurrentMessageListenerContainer<Object, Object>> waiting = ConcurrentHashMap.newKeySet();
    private final CountDownLatch refreshed = new CountDownLatch(1);

    ListenerStarter(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public void configure(ConcurrentMessageListenerContainer<Object, Object> container) {
        if (container.isAutoStartup()) {
            container.setAutoStartup(false);
            waiting.add(container);
        }
    }

    @Override
    public void onApplicationEvent(ContextRefreshedEvent event) {
        if (event.getApplicationContext() == context) {
            refreshed.countDown();
        }
    }

    /** Fails when one cannot be started; the creator of the topics publishes its event again then. */
    @EventListener(TopicsCreatedEvent.class)
    void startListeners() throws InterruptedException {
        if (!refreshed.await(START_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new ServerUnavailableException("the service has not started yet, so its listeners cannot begin");
        }
        for (var container : List.copyOf(waiting)) {
            container.start();
            waiting.remove(container);
        }
    }
}
