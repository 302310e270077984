package org.vedette.notification.webhooks.administration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as somebody filled it in.
 *
 * @param address null or blank keeps the address of a webhook that has one
 * @param description may be blank
 * @param kind null or blank for what the address tells
 * @param events names of events; null for published posts
 * @param series slugs of the series whose posts count; null or none, with no tags either, for every post
 * @param tags tags whose posts count
 */
public record WebhookDraft(
        @Nullable String address,
        @Nullable String description,
        @Nullable String kind,
        @Nullable List<String> events,
        @Nullable List<String> series,
        @Nullable List<String> tags) {}
