package org.vedette.notification.digests;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.vedette.notification.subscribers.SubscriberId;
import reactor.core.publisher.Mono;

/** The posts that a subscriber was mailed about at once. */
public interface MailedPosts {

    /** Those of some posts of which an alert was sent to a subscriber. */
    Mono<Set<UUID>> of(SubscriberId subscriber, Collection<UUID> posts);
}
