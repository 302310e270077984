package org.vedette.notification.subscribers.web;

import org.jspecify.annotations.Nullable;
import org.vedette.notification.web.SiteView;

/**
 * The form to subscribe.
 *
 * @param address the input so far
 * @param error the error shown with it; null when there is none
 */
public record SubscribeView(
        SiteView site, String address, @Nullable String error) {}
