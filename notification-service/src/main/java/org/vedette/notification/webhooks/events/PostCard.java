package org.vedette.notification.webhooks.events;

import org.jspecify.annotations.Nullable;

/**
 * What people in a channel read about a post, in plain text.
 *
 * @param teaser null when there is nothing to say
 * @param series title of its series; null for none
 * @param link absolute address
 * @param label TLP label
 */
public record PostCard(
        String title, @Nullable String teaser, @Nullable String series, String link, String label) {}
