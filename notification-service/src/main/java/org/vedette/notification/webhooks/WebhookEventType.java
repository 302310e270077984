package org.vedette.notification.webhooks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What receivers are told. */
public enum WebhookEventType {
    /** A post became public. */
    PUBLISHED("org.vedette.post.published.v1"),
    /** A public post changed. */
    REVISED("org.vedette.post.revised.v1"),
    /** A post is not public any more. */
    WITHDRAWN("org.vedette.post.withdrawn.v1"),
    /** Nothing happened: somebody tries the webhook. */
    PING("org.vedette.webhook.ping.v1");

    /** Those that can be chosen. */
    public static final List<WebhookEventType> OF_POSTS = List.of(PUBLISHED, REVISED, WITHDRAWN);

    private final String type;

    WebhookEventType(String type) {
        this.type = type;
    }

    /** The CloudEvents {@code type} attribute. */
    public String type() {
        return type;
    }

    /** Name in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type with a name, one of those that can be chosen; empty for none. */
    public static Optional<WebhookEventType> of(String word) {
        return Arrays.stream(values())
                .filter(type -> type != PING && type.word().equals(word))
                .findFirst();
    }
}
