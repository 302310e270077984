package org.vedette.notification.webhooks;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.vedette.notification.preferences.PostTopics;
import org.vedette.notification.preferences.Scope;

/**
 * The events that a receiver is told of.
 *
 * @param types at least one
 * @param scope of which posts
 */
public record EventFilter(Set<WebhookEventType> types, Scope scope) {

    public EventFilter {
        types = Set.copyOf(EnumSet.copyOf(types));
    }

    /** Whether it lets an event pass, about a post that has one of these topics or had it before. */
    public boolean includes(WebhookEventType type, Collection<PostTopics> topics) {
        return types.contains(type) && topics.stream().anyMatch(scope::includes);
    }
}
