package org.vedette.notification.preferences;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.vedette.events.Series;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link KnownTopics} in memory. */
public final class InMemoryKnownTopics implements KnownTopics {

    private final Map<String, Series> series = new ConcurrentHashMap<>();
    private final Set<String> tags = ConcurrentHashMap.newKeySet();

    @Override
    public Mono<Void> learn(@Nullable Series learned, Collection<String> learnedTags) {
        return Mono.fromRunnable(() -> {
            tags.addAll(learnedTags);
            if (learned != null) {
                series.put(learned.slug(), new Series(learned.slug(), learned.title()));
            }
        });
    }

    @Override
    public Flux<Series> series() {
        return Flux.fromStream(() -> series.values().stream().sorted(Comparator.comparing(Series::title)));
    }

    @Override
    public Flux<String> tags() {
        return Flux.fromStream(() -> tags.stream().sorted());
    }
}
