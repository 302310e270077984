package org.vedette.notification.webhooks.events;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vedette.events.PostEvent;
import org.vedette.events.PostPublished;
import org.vedette.events.PostRevised;
import org.vedette.events.PostWithdrawn;
import org.vedette.events.PublicPost;
import org.vedette.notification.preferences.PostTopics;
import org.vedette.notification.webhooks.Webhook;
import org.vedette.notification.webhooks.WebhookEventType;
import org.vedette.notification.webhooks.WebhookId;
import org.vedette.notification.webhooks.Webhooks;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Decides what receivers are told of a post, and which of them.
 *
 * <p>Only posts that are public are told of. To receivers, a post whose label is raised is withdrawn, and one that becomes public is
 * published. A plan that is repeated after a crash enters no message twice, because the id of a message is made of the post
 * and its revision.
 */
public final class EventPlanner {

    /** A webhook is registered by another clock than that of events. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    private final FollowedPosts posts;
    private final WebhookEvents events;
    private final Webhooks webhooks;
    private final MessageQueue queue;
    private final EventContents contents;
    private final String baseUrl;
    private final Clock clock;

    /**
     * A planner.
     *
     * @param baseUrl address of the site, without a slash at the end
     */
    public EventPlanner(
            FollowedPosts posts,
            WebhookEvents events,
            Webhooks webhooks,
            MessageQueue queue,
            EventContents contents,
            String baseUrl,
            Clock clock) {
        this.posts = posts;
        this.events = events;
        this.webhooks = webhooks;
        this.queue = queue;
        this.contents = contents;
        this.baseUrl = baseUrl;
        this.clock = clock;
    }

    /**
     * What a revision of a post means to receivers.
     *
     * @param data what they are told; null for nothing
     * @param type of the data
     * @param quiet whether people are not to be told of it
     */
    private record Change(
            FollowedPost before,
            FollowedPost after,
            WebhookEventType type,
            @Nullable PostEvent data,
            boolean quiet) {

        Collection<PostTopics> topics() {
            return before.isPublic() ? List.of(before.topics(), after.topics()) : List.of(after.topics());
        }
    }

    /**
     * Follows an event of a post. A revision that is not newer than the known one changes nothing.
     *
     * @param at when it happened
     */
    public Mono<Void> follow(PostEvent event, Instant at) {
        return posts.with(event.postId())
                .defaultIfEmpty(FollowedPost.unknown(event.postId()))
                .filter(known -> event.revision() > known.revision())
                .map(known -> change(known, event, at))
                .flatMap(change -> apply(change, at));
    }

    /** Hides first, so that no content is sent from then on, and remembers the revision last, so that a crash repeats all. */
    private Mono<Void> apply(Change change, Instant at) {
        var after = change.after();
        var hiding = after.isPublic() ? Mono.<Void>empty() : posts.hide(after.id(), after.revision());
        return hiding.then(Mono.defer(() -> tell(change, at))).then(Mono.defer(() -> posts.keep(after)));
    }

    private Mono<Void> tell(Change change, Instant at) {
        var data = change.data();
        return data == null
                ? Mono.empty()
                : receivers(change, at)
                        .collectList()
                        .filter(receivers -> !receivers.isEmpty())
                        .flatMap(receivers -> enter(event(change, data, at), receivers));
    }

    private Mono<Void> enter(WebhookEvent event, List<WebhookId> receivers) {
        return events.keep(event).then(Mono.defer(() -> queue.enter(event, receivers, clock.instant())));
    }

    private Flux<WebhookId> receivers(Change change, Instant at) {
        return webhooks.enabled()
                .filter(webhook -> !webhook.createdAt().isAfter(at.plus(CLOCK_SKEW)))
                .filter(webhook -> !(change.quiet() && webhook.settings().kind().isChat()))
                .filter(webhook -> webhook.settings().filter().includes(change.type(), change.topics()))
                .map(Webhook::id);
    }

    private WebhookEvent event(Change change, PostEvent data, Instant at) {
        var id = EventId.of(data.postId(), data.revision());
        var card = card(change);
        var body = contents.ofPost(id, change.type(), data, at, card.link());
        return new WebhookEvent(id, change.type(), data.postId(), data.revision(), at, card, body);
    }

    private PostCard card(Change change) {
        var link = baseUrl + "/posts/" + change.after().slug();
        if (change.data() instanceof PostPublished published) {
            return card(published.post(), link);
        }
        if (change.data() instanceof PostRevised revised) {
            return card(revised.post(), link);
        }
        var title = change.after().title().isEmpty()
                ? change.after().slug()
                : change.after().title();
        return new PostCard(title, null, null, link, FollowedPost.PUBLIC_LABEL);
    }

    private static PostCard card(PublicPost post, String link) {
        var teaser = Objects.requireNonNullElse(post.standfirst(), post.excerpt());
        var series = post.series() == null ? null : post.series().title();
        return new PostCard(post.title(), teaser.isBlank() ? null : teaser, series, link, post.tlp());
    }

    private static Change change(FollowedPost known, PostEvent event, Instant at) {
        if (event instanceof PostWithdrawn withdrawn) {
            return withdrawal(known, withdrawn);
        }
        var post = event instanceof PostPublished published ? published.post() : ((PostRevised) event).post();
        var quiet = Boolean.TRUE.equals(post.quiet());
        if (!FollowedPost.isPublic(post)) {
            return restriction(known, post, at);
        }
        var after = known.shown(post);
        return event instanceof PostRevised && (known.isPublic() || !known.isKnown())
                ? new Change(known, after, WebhookEventType.REVISED, event, quiet)
                : new Change(known, after, WebhookEventType.PUBLISHED, new PostPublished(post), quiet);
    }

    /** What is not public any more is a tombstone, which has nothing of the restricted revision. */
    private static Change restriction(FollowedPost known, PublicPost post, Instant at) {
        var after = known.hidden(post.revision());
        var tombstone = known.isPublic()
                ? new PostWithdrawn(
                        post.id(),
                        post.revision(),
                        known.slug(),
                        known.formerSlugs(),
                        null,
                        at,
                        FollowedPost.PUBLIC_LABEL)
                : null;
        return new Change(known, after, WebhookEventType.WITHDRAWN, tombstone, false);
    }

    /** Of a post that was never public, nobody is told. */
    private static Change withdrawal(FollowedPost known, PostWithdrawn event) {
        var wasPublic = known.isKnown()
                ? known.isPublic()
                : Objects.requireNonNullElse(event.tlp(), FollowedPost.PUBLIC_LABEL)
                        .equals(FollowedPost.PUBLIC_LABEL);
        var hidden = known.hidden(event.revision());
        var after = wasPublic && hidden.slug().isEmpty()
                ? new FollowedPost(
                        hidden.id(),
                        hidden.revision(),
                        false,
                        hidden.hiddenRevision(),
                        "",
                        event.slug(),
                        event.formerSlugs(),
                        null,
                        List.of())
                : hidden;
        return new Change(known, after, WebhookEventType.WITHDRAWN, wasPublic ? event : null, false);
    }
}
