package org.vedette.notification.subscribers.web;

import org.vedette.notification.web.SiteView;

/**
 * A page that asks once more before something is done, since programs follow links too.
 *
 * @param button what the button says
 */
public record AskView(SiteView site, String title, String lede, String button) {}
