package org.vedette.post.revisions;

import java.time.Duration;
import java.util.Optional;
import org.vedette.post.content.PostContent;
import org.vedette.post.history.RevisionInfo;
import org.vedette.post.history.Revisions;
import org.vedette.post.history.StoredRevision;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.PostField;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.lifecycle.Revision;
import org.vedette.post.publishing.AccessRules;
import org.vedette.post.publishing.PublishingException.RevisionNotFoundException;
import org.vedette.post.publishing.PublishingService;
import org.vedette.post.publishing.Submission;
import org.vedette.post.requests.Caller;
import org.vedette.post.requests.Edit;
import org.vedette.post.revisions.Comparison.FieldChange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The history of posts, for those who write them. */
public final class RevisionService {

    private static final Duration COMPARISON_TIMEOUT = Duration.ofSeconds(5);

    private final Revisions revisions;
    private final PublishingService publishing;
    private final AccessRules access;
    private final TextComparer texts;
    private final Scheduler comparing;

    /** @param comparing has the threads that compare texts, and rejects what it has no room for */
    public RevisionService(
            Revisions revisions,
            PublishingService publishing,
            AccessRules access,
            TextComparer texts,
            Scheduler comparing) {
        this.revisions = revisions;
        this.publishing = publishing;
        this.access = access;
        this.texts = texts;
        this.comparing = comparing;
    }

    /** All revisions of a post, newest first. */
    public Flux<RevisionInfo> of(PostId id, Caller caller) {
        return permitted(id, caller).thenMany(revisions.of(id));
    }

    public Mono<StoredRevision> find(PostId id, Revision revision, Caller caller) {
        return permitted(id, caller).then(find(id, revision));
    }

    /** Compares two revisions of a post. */
    public Mono<Comparison> compare(PostId id, Revision before, Revision after, Caller caller) {
        return permitted(id, caller)
                .then(Mono.zip(find(id, before), find(id, after), this::comparison))
                .flatMap(comparison -> comparison);
    }

    /**
     * Makes the content of an old revision that of a new one; label, address, dates and corrections stay as they are.
     *
     * @param expected the revision that is replaced; empty for the current one
     */
    public Mono<Post> restore(PostId id, Revision old, Optional<Revision> expected, Edit edit) {
        return permitted(id, edit.by())
                .then(find(id, old))
                .flatMap(stored -> publishing.revise(
                        id,
                        expected,
                        (post, now) -> restored(stored.post().content(), post),
                        edit.withDefaultNote("Restored revision " + old.value())));
    }

    private Mono<Post> permitted(PostId id, Caller caller) {
        return publishing.find(id, caller).flatMap(post -> access.requireHistory(post, caller));
    }

    private Mono<StoredRevision> find(PostId id, Revision revision) {
        return Mono.defer(() -> revisions.find(id, revision))
                .switchIfEmpty(Mono.error(() -> new RevisionNotFoundException(String.valueOf(revision.value()))));
    }

    private Mono<Comparison> comparison(StoredRevision before, StoredRevision after) {
        return Mono.fromSupplier(() -> compare(before, after))
                .subscribeOn(comparing)
                .timeout(COMPARISON_TIMEOUT);
    }

    private Comparison compare(StoredRevision before, StoredRevision after) {
        var changed = PostField.changed(before.post(), after.post());
        var fields = changed.stream()
                .filter(field -> field != PostField.BODY)
                .map(field ->
                        new FieldChange(field, FieldText.of(field, before.post()), FieldText.of(field, after.post())))
                .toList();
        return new Comparison(
                before.info(), after.info(), fields, changed.contains(PostField.BODY) ? body(before, after) : null);
    }

    private TextDiff body(StoredRevision before, StoredRevision after) {
        return texts.compare(markdown(before), markdown(after));
    }

    private static String markdown(StoredRevision revision) {
        return revision.post().content().body().markdown();
    }

    private static Submission restored(PostContent old, Post post) {
        var content = new PostContent(
                old.title(),
                old.standfirst(),
                old.body(),
                old.bylines(),
                old.tags(),
                old.series(),
                old.period(),
                post.content().tlp(),
                old.language(),
                old.metadata());
        return Submission.of(post, content);
    }
}
