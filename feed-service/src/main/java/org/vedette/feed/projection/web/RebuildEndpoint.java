package org.vedette.feed.projection.web;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.stereotype.Component;
import org.vedette.feed.projection.MissingPosts;
import org.vedette.feed.projection.RebuildService;
import org.vedette.feed.projection.RebuildStarter;
import reactor.core.publisher.Mono;

/** RebuildStarter the read model while it is served: POST starts it, GET tells how far it is. Any instance can be asked. */
@Component
@WebEndpoint(id = "rebuild")
class RebuildEndpoint {

    private static final int ACCEPTED = 202;
    private static final int CONFLICT = 409;

    private final RebuildStarter rebuilds;
    private final RebuildService service;

    RebuildEndpoint(RebuildStarter rebuilds, RebuildService service) {
        this.rebuilds = rebuilds;
        this.service = service;
    }

    @ReadOperation
    Mono<RebuildView> state() {
        return service.registry().map(RebuildView::of);
    }

    @WriteOperation
    Mono<WebEndpointResponse<RebuildView>> start(@Nullable Boolean evenIfPostsAreMissing) {
        return rebuilds.start(policy(evenIfPostsAreMissing))
                .map(started -> ACCEPTED)
                .defaultIfEmpty(CONFLICT)
                .flatMap(status -> state().map(state -> new WebEndpointResponse<>(state, status)));
    }

    private static MissingPosts policy(@Nullable Boolean evenIfPostsAreMissing) {
        return Boolean.TRUE.equals(evenIfPostsAreMissing) ? MissingPosts.DROP : MissingPosts.REFUSE;
    }
}
