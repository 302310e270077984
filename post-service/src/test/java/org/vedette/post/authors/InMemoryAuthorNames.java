package org.vedette.post.authors;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Names of authors for tests; passes the same contract test as the store. */
public final class InMemoryAuthorNames implements AuthorNames {

    private final Map<String, AuthorName> names = new TreeMap<>();
    private volatile Runnable other = () -> {};

    @Override
    public synchronized Flux<AuthorName> find(Collection<String> wanted) {
        return all().filter(name -> wanted.contains(name.name()));
    }

    @Override
    public Mono<AuthorName> find(AuthorSlug slug) {
        return all().filter(name -> name.slug().equals(slug)).next();
    }

    @Override
    public Flux<AuthorName> all() {
        return Flux.defer(() -> Flux.fromIterable(copy().values()));
    }

    private synchronized Map<String, AuthorName> copy() {
        return Map.copyOf(names);
    }

    @Override
    public Mono<Boolean> add(AuthorName name) {
        return Mono.fromSupplier(() -> addNow(name));
    }

    private synchronized boolean addNow(AuthorName name) {
        var isTaken = names.values().stream().anyMatch(other -> other.slug().equals(name.slug()));
        return !isTaken && names.putIfAbsent(name.name(), name) == null;
    }

    /** Another request that stores its change first. */
    public void beforeNextMerge(Runnable other) {
        this.other = other;
    }

    @Override
    public Mono<Void> merge(AuthorSlug from, AuthorSlug into, Instant republishUntil) {
        return Mono.fromRunnable(() -> {
            var first = other;
            other = () -> {};
            first.run();
            mergeNow(from, into, republishUntil);
        });
    }

    private void mergeNow(AuthorSlug from, AuthorSlug into, Instant republishUntil) {
        copy().values().stream()
                .filter(name -> name.author().equals(from))
                .forEach(name -> put(name, name.slug().equals(into) ? null : into, republishUntil));
    }

    @Override
    public Mono<Boolean> separate(AuthorSlug slug, Instant republishUntil) {
        return Mono.fromSupplier(() -> copy().values().stream()
                        .filter(name -> name.slug().equals(slug) && name.mergedInto() != null)
                        .peek(name -> put(name, null, republishUntil))
                        .count()
                > 0);
    }

    @Override
    public Flux<AuthorName> republishing() {
        return all().filter(name -> name.republishUntil() != null);
    }

    @Override
    public Mono<Void> endRepublishing(AuthorName name) {
        return Mono.fromRunnable(() -> copy().values().stream()
                .filter(known -> known.name().equals(name.name())
                        && Objects.equals(known.republishUntil(), name.republishUntil()))
                .forEach(known -> put(known, known.mergedInto(), null)));
    }

    private synchronized void put(AuthorName name, @Nullable AuthorSlug mergedInto, @Nullable Instant republishUntil) {
        names.put(name.name(), new AuthorName(name.name(), name.slug(), mergedInto, republishUntil));
    }
}
