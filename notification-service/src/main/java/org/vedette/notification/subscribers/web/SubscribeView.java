package org.vedette.notification.subscribers.web;

import org.jspecify.annotations.Nullable;
import org.vedette.notification.web.SiteView;

/**
 * The form on which people subscribe.
 *
 * @param address what was typed so far
 * @param error what is wrong with it; null when nothing is
 */
public record SubscribeView(
        SiteView site, String address, @Nullable String error) {}
