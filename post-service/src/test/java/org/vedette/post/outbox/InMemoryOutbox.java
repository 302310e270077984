package org.vedette.post.outbox;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An outbox for tests; passes the same contract test as the store. */
public final class InMemoryOutbox implements Outbox {

    private final Map<UUID, PostOutbox> marked = new LinkedHashMap<>();

    /** Stores an event of a post. */
    @CanIgnoreReturnValue
    public synchronized PendingEvent add(UUID postId, Instant at) {
        var event = new PendingEvent(UUID.randomUUID(), postId, "a.type", at, "{}", null);
        marked.computeIfAbsent(postId, id -> new PostOutbox()).events.add(event);
        return event;
    }

    /** All pending events, in the order of their posts. */
    public synchronized List<PendingEvent> events() {
        return marked.values().stream().flatMap(post -> post.events.stream()).toList();
    }

    /** The claim to a post; null when it is not claimed. */
    synchronized @Nullable Claim claimOf(UUID postId) {
        var post = marked.get(postId);
        return post == null ? null : post.claim;
    }

    synchronized boolean isMarked(UUID postId) {
        return marked.containsKey(postId);
    }

    @Override
    public Mono<List<PendingEvent>> claim(UUID postId, Claim claim) {
        return Mono.fromSupplier(() -> claimNow(postId, claim));
    }

    @Override
    public Flux<PendingPost> pending() {
        return Flux.defer(() -> Flux.fromIterable(pendingNow()));
    }

    @Override
    public Mono<Void> remove(PendingEvent event) {
        return Mono.fromRunnable(() -> removeNow(event));
    }

    @Override
    public Mono<Void> release(UUID postId, Claim claim) {
        return Mono.fromRunnable(() -> releaseNow(postId, claim));
    }

    private synchronized @Nullable List<PendingEvent> claimNow(UUID postId, Claim claim) {
        var post = marked.get(postId);
        if (post == null || (post.claim != null && post.claim.until().isAfter(claim.from()))) {
            return null;
        }
        post.claim = claim;
        return List.copyOf(post.events);
    }

    private synchronized List<PendingPost> pendingNow() {
        return marked.entrySet().stream()
                .map(entry -> new PendingPost(entry.getKey(), entry.getValue().oldest()))
                .toList();
    }

    private synchronized void removeNow(PendingEvent event) {
        var post = marked.get(event.postId());
        if (post != null) {
            post.events.remove(event);
        }
    }

    private synchronized void releaseNow(UUID postId, Claim claim) {
        var post = marked.get(postId);
        if (post == null || !claim.equals(post.claim)) {
            return;
        }
        post.claim = null;
        if (post.events.isEmpty()) {
            marked.remove(postId);
        }
    }

    private static final class PostOutbox {

        private final List<PendingEvent> events = new ArrayList<>();
        private @Nullable Claim claim;

        @Nullable
        Instant oldest() {
            return events.isEmpty() ? null : events.get(0).at();
        }
    }
}
