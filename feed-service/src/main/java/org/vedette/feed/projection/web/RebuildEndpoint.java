package org.vedette.feed.projection.web;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.stereotype.Component;
import org.vedette.feed.projection.Rebuild.MissingPosts;
import org.vedette.feed.projection.RebuildService;
import reactor.core.publisher.Mono;

/** Rebuilds the read model while it is served: POST starts a rebuild, GET returns its progress, on any instance. */
@Component
@WebEndpoint(id = "rebuild")
class RebuildEndpoint {

    private static final int ACCEPTED = 202;
    private static final int CONFLICT = 409;

    private final RebuildService rebuilds;

    RebuildEndpoint(RebuildService rebuilds) {
        this.rebuilds = rebuilds;
    }

    @ReadOperation
    Mono<RebuildView> state() {
        return rebuilds.registry().map(RebuildView::of);
    }

    @WriteOperation
    Mono<WebEndpointResponse<RebuildView>> start(@Nullable Boolean evenIfPostsAreMissing) {
        return rebuilds.start(missingPosts(evenIfPostsAreMissing))
                .map(started -> ACCEPTED)
                .defaultIfEmpty(CONFLICT)
                .flatMap(status -> state().map(state -> new WebEndpointResponse<>(state, status)));
    }

    private static MissingPosts missingPosts(@Nullable Boolean evenIfPostsAreMissing) {
        return Boolean.TRUE.equals(evenIfPostsAreMissing) ? MissingPosts.DROP : MissingPosts.REFUSE;
    }
}
