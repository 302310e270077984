package org.vedette.post.publishing.store;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Makes the indexes when the service starts, and keeps trying while the store is away. */
@Component
final class PostIndexes implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PostIndexes.class);
    private static final Duration ATTEMPT = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration START_WAITS = Duration.ofSeconds(5);
    private static final List<IndexModel> INDEXES = List.of(
            new IndexModel(Indexes.ascending(PostDocuments.SLUGS), new IndexOptions().unique(true)),
            new IndexModel(Indexes.ascending(OutboxDocuments.PENDING), new IndexOptions().sparse(true)),
            new IndexModel(Indexes.descending(PostDocuments.CREATED_AT, PostDocuments.ID)));

    private final MongoCollection<Document> posts;
    private final CountDownLatch made = new CountDownLatch(1);
    private final AtomicBoolean running = new AtomicBoolean();
    private final Thread thread = new Thread(this::makeAll, "post-indexes");

    PostIndexes(PostCollection posts) {
        this.posts = posts.documents();
    }

    /** True once every index exists; slugs are unique only then. */
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
                log.warn("Starting without the indexes of the posts: not ready until they are made");
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

    private void makeAll() {
        while (running.get() && !exist()) {
            try {
                var names =
                        Flux.from(posts.createIndexes(INDEXES)).collectList().block(ATTEMPT);
                log.info("Indexes of the posts: {}", names);
                made.countDown();
            } catch (RuntimeException unmade) {
                log.warn(
                        "The indexes of the posts cannot be made, trying again in {} s: {}",
                        PAUSE.toSeconds(),
                        unmade.toString());
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
