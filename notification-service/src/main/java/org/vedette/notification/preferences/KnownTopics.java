package org.vedette.notification.preferences;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.vedette.events.Series;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The series and tags of the posts that this service has been told of: what subscribers choose from. */
public interface KnownTopics {

    /** Adds the topics of a public post; the newest title of a series counts. */
    Mono<Void> learn(@Nullable Series series, Collection<String> tags);

    /** All series, by their titles. */
    Flux<Series> series();

    /** All tags, sorted. */
    Flux<String> tags();
}
