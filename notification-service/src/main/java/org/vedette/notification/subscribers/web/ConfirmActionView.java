package org.vedette.notification.subscribers.web;

import org.vedette.notification.web.SiteView;

/**
 * A page with a button that confirms an action, because mail scanners follow links too.
 *
 * @param button label of the button
 */
public record ConfirmActionView(SiteView site, String title, String lede, String button) {}
