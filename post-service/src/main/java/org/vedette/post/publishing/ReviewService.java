package org.vedette.post.publishing;

import java.time.Clock;
import java.util.Optional;
import org.vedette.post.history.Revisions;
import org.vedette.post.lifecycle.Draft;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.lifecycle.Revision;
import org.vedette.post.publishing.PublishingException.WrongStateException;
import org.vedette.post.requests.Edit;
import reactor.core.publisher.Mono;

/** Lets those who write hand a draft to those who publish; refuses as {@link PublishingService} does. */
public final class ReviewService {

    private final ChangeWriter changes;
    private final PostRequests requests;
    private final AccessRules access;

    /** @param clock must tick in milliseconds: the store keeps no more */
    public ReviewService(
            Posts posts,
            Revisions revisions,
            PostValidator validator,
            PublicPostMapper publicPosts,
            Clock clock,
            IdGenerator ids) {
        this.changes = new ChangeWriter(posts, validator, publicPosts, clock, ids);
        this.requests = new PostRequests(posts, revisions, clock);
        this.access = new AccessRules(posts);
    }

    /** Says whether a draft waits for an editor; saying so again makes no revision. */
    public Mono<Post> mark(PostId id, Optional<Revision> expected, boolean ready, Edit edit) {
        return requests.whileOvertaken(
                id,
                expected,
                0,
                requests.find(id)
                        .flatMap(post -> access.requireEditable(post, edit.by()))
                        .flatMap(post -> PostRequests.requireRevision(post, expected))
                        .flatMap(post -> mark(post, ready, edit)));
    }

    private Mono<Post> mark(Post post, boolean ready, Edit edit) {
        if (!(post instanceof Draft draft)) {
            return Mono.error(WrongStateException.notReviewed());
        }
        return draft.isReady() == ready ? Mono.just(draft) : changes.store(draft, draft.readyForReview(ready), edit);
    }
}
