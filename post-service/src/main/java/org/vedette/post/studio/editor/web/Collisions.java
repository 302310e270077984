package org.vedette.post.studio.editor.web;

import org.springframework.stereotype.Component;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.lifecycle.Revision;
import org.vedette.post.requests.Caller;
import org.vedette.post.revisions.RevisionService;
import org.vedette.post.studio.history.web.ComparisonPart;
import org.vedette.post.studio.history.web.ComparisonParts;
import reactor.core.publisher.Mono;

/** Finds out what somebody else changed while a post was open. */
@Component
final class Collisions {

    private final RevisionService revisions;
    private final ComparisonParts parts;

    Collisions(RevisionService revisions, ComparisonParts parts) {
        this.revisions = revisions;
        this.parts = parts;
    }

    Mono<ComparisonPart> between(PostId post, Revision opened, Revision current, Caller caller) {
        return revisions.compare(post, opened, current, caller).map(parts::of);
    }
}
