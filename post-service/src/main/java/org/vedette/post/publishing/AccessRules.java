package org.vedette.post.publishing;

import java.util.EnumSet;
import java.util.Set;
import org.vedette.post.history.RevisionInfo;
import org.vedette.post.history.Revisions;
import org.vedette.post.lifecycle.Draft;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.PostField;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.lifecycle.Revision;
import org.vedette.post.publishing.PublishingException.NotPermittedException;
import org.vedette.post.publishing.PublishingException.SecondPersonException;
import org.vedette.post.requests.Caller;
import reactor.core.publisher.Mono;

/** Says who may do what: editors everything, authors what concerns drafts of their own. */
public final class AccessRules {

    private final Posts posts;

    public AccessRules(Posts posts) {
        this.posts = posts;
    }

    /** Requires that a caller may read a post: an author reads what everybody may read, and all posts of their own. */
    public <T extends Post> Mono<T> requireReadable(T post, Caller caller) {
        return caller.mayRead(post.isPublic(), null)
                ? Mono.just(post)
                : requireOwn(post, caller, "Authors read posts of their own, and those that are public.");
    }

    /** Requires that a caller may read the history of a post, which was not public even where the post is. */
    public <T extends Post> Mono<T> requireHistory(T post, Caller caller) {
        return caller.isEditor()
                ? Mono.just(post)
                : requireOwn(post, caller, "Authors read the history of posts of their own.");
    }

    <T extends Post> Mono<T> requireEditable(T post, Caller caller) {
        if (caller.isEditor()) {
            return Mono.just(post);
        }
        var message = "Authors change drafts of their own: ask an editor for this change.";
        return post instanceof Draft
                ? requireOwn(post, caller, message)
                : Mono.error(new NotPermittedException(message));
    }

    static void requireEditor(Caller caller) {
        if (!caller.isEditor()) {
            throw new NotPermittedException("Publishing, scheduling and withdrawing need the role editor.");
        }
    }

    private <T extends Post> Mono<T> requireOwn(T post, Caller caller, String message) {
        return isOwn(post.id(), caller)
                .flatMap(own -> own ? Mono.just(post) : Mono.error(new NotPermittedException(message)));
    }

    private Mono<Boolean> isOwn(PostId id, Caller caller) {
        return posts.writer(id)
                .map(writer -> writer.equals(caller.person().id()))
                .defaultIfEmpty(false);
    }

    /** Requires of some series that whoever publishes an issue is not the only one who wrote it. */
    static final class SecondPersonRule {

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
            return info.revision().equals(Revision.FIRST)
                    || info.changed().stream().anyMatch(WRITTEN::contains);
        }

        private static boolean isBy(Caller caller, RevisionInfo info) {
            var by = info.by();
            return by != null && by.id().equals(caller.person().id());
        }
    }
}
