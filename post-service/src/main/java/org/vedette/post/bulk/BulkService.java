package org.vedette.post.bulk;

import java.util.List;
import java.util.Optional;
import org.vedette.post.content.InvalidValueException;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.publishing.PublicationService;
import org.vedette.post.publishing.PublishingException;
import org.vedette.post.publishing.PublishingException.InvalidPostException;
import org.vedette.post.publishing.PublishingService;
import org.vedette.post.publishing.Submission;
import org.vedette.post.requests.Edit;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Changes many posts, each as if it was changed alone: by the same rules, as a revision of its own. */
public final class BulkService {

    /** So many posts are changed by one request. */
    public static final int MAX = 200;

    /** Few, so that the renderings of others are not held up. */
    private static final int CONCURRENCY = 4;

    private final PublishingService publishing;
    private final PublicationService publications;

    public BulkService(PublishingService publishing, PublicationService publications) {
        this.publishing = publishing;
        this.publications = publications;
    }

    /**
     * Changes posts; one that is refused keeps no other from being changed. In the order of the ids, each once. It fails with the
     * first that fails otherwise, such as in an outage of the store; the same request again does the rest.
     */
    public Mono<List<BulkResult>> change(List<PostId> posts, BulkChange change, Edit edit) {
        return Flux.fromStream(posts.stream().distinct())
                .flatMapSequential(post -> change(post, change, edit), CONCURRENCY)
                .collectList();
    }

    private Mono<BulkResult> change(PostId id, BulkChange change, Edit edit) {
        return publishing
                .find(id, edit.by())
                .flatMap(before -> apply(before, change, edit).map(after -> BulkResult.of(before, after)))
                .onErrorResume(PublishingException.class, refusal -> Mono.just(BulkResult.refused(id, refusal)));
    }

    private Mono<Post> apply(Post post, BulkChange change, Edit edit) {
        if (change instanceof BulkChange.Withdraw withdrawal) {
            return publications.withdraw(post.id(), Optional.empty(), withdrawal.reason(), edit);
        }
        var ofContent = (BulkChange.OfContent) change;
        return publishing.revise(post.id(), Optional.empty(), (current, now) -> submission(current, ofContent), edit);
    }

    private static Submission submission(Post current, BulkChange.OfContent change) {
        try {
            return Submission.of(current, change.of(current.content()));
        } catch (InvalidValueException tooMany) {
            throw new InvalidPostException("tags", String.valueOf(tooMany.getMessage()));
        }
    }
}
