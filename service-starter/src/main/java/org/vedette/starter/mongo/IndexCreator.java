package org.vedette.starter.mongo;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.vedette.starter.MayBlock;
import org.vedette.starter.workers.BackgroundWorker;
import reactor.core.publisher.Flux;

/**
 * Creates all indexes before the first request and the first record, and goes on trying in the background while the store
 * is unavailable. Uniqueness holds only once they exist, so the service is not ready before.
 */
@MayBlock("the thread that starts the context, for a few seconds, and a worker's own")
final class IndexCreator implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(IndexCreator.class);
    private static final Duration ATTEMPT_TIMEOUT = Duration.ofMinutes(1);

    private final List<CollectionIndexes> indexes;
    private final Duration startTimeout;
    private final CountDownLatch created = new CountDownLatch(1);
    private final BackgroundWorker worker =
            BackgroundWorker.untilItSucceeds("index-creator", this::createAll).withStopTimeout(Duration.ofMillis(1));

    /** @param startTimeout how long {@link #start} waits for the indexes */
    IndexCreator(List<CollectionIndexes> indexes, Duration startTimeout) {
        this.indexes = indexes;
        this.startTimeout = startTimeout;
    }

    /** Whether every index exists. */
    boolean isComplete() {
        return created.getCount() == 0;
    }

    @Override
    public void start() {
        worker.start();
        try {
            if (!created.await(startTimeout.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("Starting without the store: not ready until its indexes are created");
            }
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        worker.stop();
    }

    @Override
    public boolean isRunning() {
        return worker.isRunning();
    }

    /** Before the web server and the Kafka listeners. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void createAll() {
        var names = Flux.fromIterable(indexes)
                .concatMap(each -> each.collection().createIndexes(each.indexes()))
                .collectList()
                .block(ATTEMPT_TIMEOUT);
        log.debug("Indexes exist: {}", names);
        created.countDown();
    }
}
