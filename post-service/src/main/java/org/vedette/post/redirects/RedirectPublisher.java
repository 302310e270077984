package org.vedette.post.redirects;

import org.vedette.post.redirects.Redirects.Change;
import reactor.core.publisher.Mono;

/** Tells the site which old address leads where. */
@FunctionalInterface
public interface RedirectPublisher {

    /** Completes when the broker has the change. */
    Mono<Void> publish(Change change);
}
