package org.vedette.notification.digests;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.digests.DigestedPosts.ListedPost;
import org.vedette.notification.preferences.Cadence;
import org.vedette.notification.subscribers.Active;
import reactor.core.publisher.Mono;

/** What subscribers are told by a digest, by what is listed when it is sent. */
public final class DigestContents {

    /** How long the posts of a run are used without being read again. */
    private static final Duration VALIDITY = Duration.ofSeconds(1);

    private static final int CACHED_RUNS = 16;

    private final DigestRuns runs;
    private final DigestedPosts posts;
    private final MailedPosts mailed;
    private final Map<AlertId, Mono<Loaded>> loaded = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<AlertId, Mono<Loaded>> eldest) {
            return size() > CACHED_RUNS;
        }
    });

    public DigestContents(DigestRuns runs, DigestedPosts posts, MailedPosts mailed) {
        this.runs = runs;
        this.posts = posts;
        this.mailed = mailed;
    }

    /** What a subscriber is told by a run; empty when there is nothing to tell, or nothing any more. */
    public Mono<Digest> of(AlertId run, Active subscriber) {
        return loaded.computeIfAbsent(run, this::load)
                .flatMap(found -> mailedAtOnce(found, subscriber)
                        .flatMap(known -> Mono.justOrEmpty(digest(found, subscriber, known))));
    }

    /** A post with a watched word was mailed at once, and is not told again. */
    private Mono<Set<UUID>> mailedAtOnce(Loaded found, Active subscriber) {
        return subscriber.preferences().watchTerms().isEmpty()
                ? Mono.just(Set.of())
                : mailed.of(subscriber.id(), found.run().posts());
    }

    private Mono<Loaded> load(AlertId id) {
        return runs.with(id)
                .flatMap(run -> posts.listed(run.posts()).collectList().map(listed -> new Loaded(run, listed)))
                .cache(VALIDITY);
    }

    private static Optional<Digest> digest(Loaded found, Active subscriber, Set<UUID> known) {
        var preferences = subscriber.preferences();
        if (!preferences.cadence().equals(new Cadence.Digest(found.run().schedule()))) {
            return Optional.empty();
        }
        var since = preferences.since();
        var wanted = found.posts().stream()
                .filter(listed -> since == null || listed.listedAt().isAfter(since))
                .map(ListedPost::post)
                .filter(post -> !known.contains(post.id()))
                .filter(post -> preferences.scope().includes(post.topics()))
                .toList();
        return wanted.isEmpty() ? Optional.empty() : Optional.of(new Digest(found.run(), wanted));
    }

    private record Loaded(DigestRun run, List<ListedPost> posts) {}
}
