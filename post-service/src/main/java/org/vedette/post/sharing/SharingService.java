package org.vedette.post.sharing;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.post.content.Tlp;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.publishing.AccessRules;
import org.vedette.post.publishing.IdGenerator;
import org.vedette.post.publishing.PublishingService;
import org.vedette.post.requests.Caller;
import org.vedette.post.sharing.SharingException.InvalidValidityException;
import org.vedette.post.sharing.SharingException.LinkNotFoundException;
import org.vedette.post.sharing.SharingException.TooManyLinksException;
import reactor.core.publisher.Mono;

/** Makes and revokes links to previews, and finds what they lead to. */
public final class SharingService {

    public static final int MAX_DAYS = 30;

    private static final Logger audit = LoggerFactory.getLogger("org.vedette.post.audit");
    private static final int MAX_LINKS = 20;
    private static final Caller ANYBODY = Caller.service("Preview link");

    private final PreviewLinks links;
    private final PublishingService publishing;
    private final AccessRules access;
    private final LinkSecrets secrets;
    private final Clock clock;
    private final IdGenerator ids;

    /** @param clock must tick in milliseconds: the store keeps no more */
    public SharingService(
            PreviewLinks links,
            PublishingService publishing,
            AccessRules access,
            LinkSecrets secrets,
            Clock clock,
            IdGenerator ids) {
        this.links = links;
        this.publishing = publishing;
        this.access = access;
        this.secrets = secrets;
        this.clock = clock;
        this.ids = ids;
    }

    /** A new link with its secret, which is known only now. */
    public record MadeLink(PreviewLink link, LinkSecret secret) {}

    /** What a link leads to. */
    public record SharedPost(PreviewLink link, Post post) {}

    /** The links to a post that are valid, the newest first. */
    public Mono<List<PreviewLink>> of(PostId post, Caller caller) {
        return permitted(post, caller).then(valid(post));
    }

    private Mono<List<PreviewLink>> valid(PostId post) {
        return links.of(post).filter(link -> !link.isExpired(clock.instant())).collectList();
    }

    /** Makes a link that is valid for some days. */
    public Mono<MadeLink> make(PostId post, int days, Caller caller) {
        if (days < 1 || days > MAX_DAYS) {
            return Mono.error(new InvalidValidityException(MAX_DAYS));
        }
        return permitted(post, caller)
                .flatMap(current -> valid(post)
                        .flatMap(valid -> valid.size() < MAX_LINKS
                                ? add(post, current.content().tlp(), days, caller)
                                : Mono.error(new TooManyLinksException(MAX_LINKS))));
    }

    private Mono<MadeLink> add(PostId post, Tlp label, int days, Caller caller) {
        var now = clock.instant();
        var secret = secrets.next();
        var link = new PreviewLink(
                ids.next(), post, label, secret.hash(), caller.person(), now, now.plus(Duration.ofDays(days)));
        return links.deleteExpired(post, now)
                .then(links.add(link))
                .doOnSuccess(added -> audit.info(
                        "Post {}: preview link {} until {}, made by {}",
                        post,
                        link.id(),
                        link.expiresAt(),
                        caller.person()))
                .thenReturn(new MadeLink(link, secret));
    }

    /** Makes a link lead nowhere, at once. */
    public Mono<Void> revoke(PostId post, UUID link, Caller caller) {
        return permitted(post, caller)
                .then(links.delete(post, link))
                .filter(deleted -> deleted)
                .switchIfEmpty(Mono.error(LinkNotFoundException::new))
                .doOnNext(deleted -> audit.info("Post {}: preview link {} revoked by {}", post, link, caller.person()))
                .then();
    }

    /** What a secret leads to: neither a post that was withdrawn, nor one whose label has become stricter since. */
    public Mono<SharedPost> open(LinkSecret secret) {
        return links.find(secret.hash())
                .filter(link -> !link.isExpired(clock.instant()))
                .flatMap(link -> publishing.find(link.post(), ANYBODY).map(post -> new SharedPost(link, post)))
                .filter(shared -> shared.link().opens(shared.post()))
                .switchIfEmpty(Mono.error(LinkNotFoundException::new));
    }

    private Mono<Post> permitted(PostId id, Caller caller) {
        return publishing.find(id, caller).flatMap(post -> access.requireHistory(post, caller));
    }
}
