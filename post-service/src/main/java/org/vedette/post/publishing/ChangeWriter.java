package org.vedette.post.publishing;

import java.time.Clock;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.events.PostEvent;
import org.vedette.events.PublicPost;
import org.vedette.post.history.RevisionInfo;
import org.vedette.post.lifecycle.Draft;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.PostField;
import org.vedette.post.lifecycle.Published;
import org.vedette.post.lifecycle.Scheduled;
import org.vedette.post.outbox.OutboxEvent;
import org.vedette.post.requests.Edit;
import org.vedette.starter.logging.LogContext;
import org.vedette.starter.telemetry.TraceContext;
import reactor.core.publisher.Mono;

/** Stores revisions with who made them, their events, and a line in the audit log for what concerns the public. */
final class ChangeWriter {

    private static final Logger audit = LoggerFactory.getLogger("org.vedette.post.audit");
    private static final Set<PostField> AUDITED = Set.of(PostField.STATUS, PostField.TLP);

    private final Posts posts;
    private final PostValidator validator;
    private final PublicPostMapper publicPosts;
    private final Clock clock;
    private final IdGenerator ids;

    ChangeWriter(Posts posts, PostValidator validator, PublicPostMapper publicPosts, Clock clock, IdGenerator ids) {
        this.posts = posts;
        this.validator = validator;
        this.publicPosts = publicPosts;
        this.clock = clock;
        this.ids = ids;
    }

    /** A new post. */
    Mono<Post> create(Draft draft, Edit edit) {
        return posts.store(change(draft, Set.of(), edit));
    }

    /** The next revision of a post, which changes nothing for the public. */
    Mono<Post> store(Post before, Post after, Edit edit) {
        return store(before, change(before, after, edit));
    }

    /** The next revision of a schedule, whose post must be fit for publication. */
    Mono<Post> schedule(Post before, Scheduled after, Edit edit) {
        return Mono.fromRunnable(() -> validator.validateForPublication(after.content()))
                .then(publicPosts.check(after.published()))
                .then(Mono.defer(() -> store(before, change(before, after, edit))));
    }

    /** The next revision of a post that is public, with the event that tells it. */
    Mono<Post> publish(Post before, Published after, Function<PublicPost, PostEvent> event, Edit edit) {
        return Mono.fromRunnable(() -> validator.validateForPublication(after.content()))
                .then(publicPosts.map(after))
                .map(event)
                .flatMap(published -> storeWithEvent(before, after, published, edit));
    }

    /** The next revision of a post with its event. */
    Mono<Post> storeWithEvent(Post before, Post after, PostEvent event, Edit edit) {
        return Mono.deferContextual(context -> store(
                before,
                change(before, after, edit)
                        .withEvent(new OutboxEvent(
                                ids.next(), clock.instant(), event, TraceContext.traceparent(context)))));
    }

    private Mono<Post> store(Post before, PostChange change) {
        return Mono.deferContextual(context ->
                posts.store(change).doOnNext(stored -> LogContext.of(context).around(() -> audit(before, change))));
    }

    private PostChange change(Post before, Post after, Edit edit) {
        return change(after, PostField.changed(before, after), edit);
    }

    private PostChange change(Post after, Set<PostField> changed, Edit edit) {
        var info = new RevisionInfo(after.revision(), edit.by().person(), clock.instant(), edit.note(), changed);
        return new PostChange(after, info).withKey(edit.key()).asSecondIssue(edit.isSecondIssue());
    }

    private static void audit(Post before, PostChange change) {
        var info = change.info();
        if (info.changed().stream().anyMatch(AUDITED::contains)) {
            audit.info(
                    "Post {} revision {}: {} {} becomes {} {}, by {}, note {}",
                    change.post().id(),
                    info.revision().value(),
                    PostField.status(before),
                    before.content().tlp().label(),
                    PostField.status(change.post()),
                    change.post().content().tlp().label(),
                    info.by(),
                    info.note());
        }
    }
}
