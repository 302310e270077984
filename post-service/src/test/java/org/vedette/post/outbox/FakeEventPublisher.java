package org.vedette.post.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import reactor.core.publisher.Mono;

/** A publisher for tests, which records what is published and fails when it is told to. */
public final class FakeEventPublisher implements EventPublisher {

    static final Duration SEND_TIMEOUT = Duration.ofSeconds(8);

    private final List<PendingEvent> published = new CopyOnWriteArrayList<>();
    private final Set<UUID> failingPosts = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean unavailable = new AtomicBoolean();
    private volatile Consumer<PendingEvent> action = event -> {};

    /** All events published so far, in order. */
    public List<PendingEvent> published() {
        return List.copyOf(published);
    }

    /** Fails for every event until it is available again. */
    void setAvailable(boolean available) {
        unavailable.set(!available);
    }

    /** Fails for every event of a post. */
    void failFor(UUID postId) {
        failingPosts.add(postId);
    }

    /** Runs an action before each event is published; what it throws is thrown. */
    public void beforeEach(Consumer<PendingEvent> before) {
        action = before;
    }

    @Override
    public Duration sendTimeout() {
        return SEND_TIMEOUT;
    }

    @Override
    public Mono<Void> publish(PendingEvent event) {
        return Mono.fromRunnable(() -> {
            action.accept(event);
            if (unavailable.get() || failingPosts.contains(event.postId())) {
                throw new IllegalStateException("the broker is unavailable");
            }
            published.add(event);
        });
    }
}
