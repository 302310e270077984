package org.vedette.post.publishing;

import java.util.EnumSet;
import java.util.Set;
import org.vedette.post.history.RevisionInfo;
import org.vedette.post.history.Revisions;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.PostField;
import org.vedette.post.lifecycle.Revision;
import org.vedette.post.publishing.PublishingException.SecondPersonException;
import org.vedette.post.requests.Caller;
import reactor.core.publisher.Mono;

/** Requires of some series that whoever publishes an issue is not the only one who wrote it. */
final class SecondPersonRule {

    private static final Set<PostField> WRITTEN = EnumSet.of(PostField.TITLE, PostField.STANDFIRST, PostField.BODY);

    private final Revisions revisions;
    private final PostValidator validator;

    SecondPersonRule(Revisions revisions, PostValidator validator) {
        this.revisions = revisions;
        this.validator = validator;
    }

    /** Signals when nobody but the caller wrote a post of a series that needs a second person. */
    Mono<Void> require(Post post, Caller caller) {
        return validator.needsSecondPerson(post.content())
                ? revisions
                        .of(post.id())
                        .filter(SecondPersonRule::isWriting)
                        .any(info -> !isBy(caller, info))
                        .flatMap(isShared -> isShared ? Mono.empty() : Mono.error(new SecondPersonException()))
                : Mono.empty();
    }

    private static boolean isWriting(RevisionInfo info) {
        return info.revision().equals(Revision.FIRST) || info.changed().stream().anyMatch(WRITTEN::contains);
    }

    private static boolean isBy(Caller caller, RevisionInfo info) {
        var by = info.by();
        return by != null && by.id().equals(caller.person().id());
    }
}
