package org.vedette.notification.delivery.store;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.vedette.notification.StorePreparation;
import reactor.core.publisher.Flux;

/** Has all indexes made when the service starts, and keeps trying while the store is away. */
@Component
class StoreIndexes implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(StoreIndexes.class);
    private static final Duration ATTEMPT = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration START_WAITS = Duration.ofSeconds(5);

    private final List<StorePreparation> preparations;
    private final CountDownLatch made = new CountDownLatch(1);
    private final AtomicBoolean running = new AtomicBoolean();
    private final Thread thread = new Thread(this::makeAll, "store-indexes");

    StoreIndexes(List<StorePreparation> preparations) {
        this.preparations = preparations;
    }

    /** True once every index exists; addresses are unique only then. */
    boolean exist() {
        return made.getCount() == 0;
    }

    @Override
    public void start() {
        running.set(true);
        thread.setDaemon(true);
        thread.start();
        try {
            if (!made.await(START_WAITS.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("Starting without the store: not ready until MongoDB answers");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
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

    /** Before the first request and the first event. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void makeAll() {
        while (running.get() && !exist()) {
            try {
                Flux.fromIterable(preparations)
                        .concatMap(StorePreparation::prepare)
                        .then()
                        .block(ATTEMPT);
                made.countDown();
            } catch (RuntimeException away) {
                log.warn("The indexes could not be made, trying again in {} s: {}", PAUSE.toSeconds(), away.toString());
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException stopping) {
            running.set(false);
        }
    }
}
