package org.vedette.post.redirects;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Redirects for tests; passes the same contract test as the store. */
public final class InMemoryRedirects implements Redirects {

    private final Map<String, Redirect> redirects = new ConcurrentHashMap<>();
    private final Map<String, Change> changes = new ConcurrentHashMap<>();
    private final Map<String, Long> revisions = new ConcurrentHashMap<>();
    private String claimedBy = "";
    private Instant claimedUntil = Instant.EPOCH;

    @Override
    public Mono<Boolean> add(Redirect redirect) {
        return Mono.fromSupplier(() -> {
            var isNew = redirects.putIfAbsent(redirect.from().value(), redirect) == null;
            if (isNew) {
                changed(redirect.from(), redirect.to());
            }
            return isNew;
        });
    }

    @Override
    public Mono<Void> put(Redirect redirect) {
        return Mono.fromRunnable(() -> {
            redirects.put(redirect.from().value(), redirect);
            changed(redirect.from(), redirect.to());
        });
    }

    @Override
    public Flux<Redirect> leadingTo(Target page) {
        return Flux.defer(() -> Flux.fromStream(
                redirects.values().stream().filter(redirect -> redirect.to().equals(page))));
    }

    private void changed(OldPath from, @Nullable Target to) {
        var revision = revisions.merge(from.value(), 1L, Long::sum);
        changes.put(from.value(), new Change(from, to, revision));
    }

    @Override
    public Mono<Redirect> find(OldPath from) {
        return Mono.fromSupplier(() -> redirects.get(from.value()));
    }

    @Override
    public Mono<Boolean> remove(OldPath from) {
        return Mono.fromSupplier(() -> {
            var removed = redirects.remove(from.value()) != null;
            if (removed) {
                changed(from, null);
            }
            return removed;
        });
    }

    @Override
    public Flux<Redirect> list(@Nullable String text, @Nullable String after, int limit) {
        return Flux.defer(() -> Flux.fromStream(redirects.values().stream()
                .filter(redirect -> text == null
                        || (redirect.from() + " " + redirect.to())
                                .toLowerCase(Locale.ROOT)
                                .contains(text.toLowerCase(Locale.ROOT)))
                .filter(redirect -> after == null || redirect.from().value().compareTo(after) > 0)
                .sorted(Comparator.comparing(redirect -> redirect.from().value()))
                .limit(limit)));
    }

    @Override
    public Flux<Change> pending(int limit) {
        return Flux.defer(() -> Flux.fromStream(changes.values().stream())).take(limit);
    }

    @Override
    public Mono<Void> sent(Collection<Change> sent) {
        return Mono.fromRunnable(
                () -> sent.forEach(change -> changes.remove(change.from().value(), change)));
    }

    @Override
    public synchronized Mono<Boolean> claim(String owner, Instant now, Instant until) {
        if (!claimedBy.equals(owner) && claimedUntil.isAfter(now)) {
            return Mono.just(false);
        }
        claimedBy = owner;
        claimedUntil = until;
        return Mono.just(true);
    }
}
