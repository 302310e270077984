package org.vedette.feed.site.web;

import org.vedette.feed.site.page.MessagePage;

/** What was asked for is not to be shown; a page says why. */
final class NotShownException extends RuntimeException {

    private final transient MessagePage page;

    NotShownException(MessagePage page) {
        super(page.problem(), null, false, false);
        this.page = page;
    }

    MessagePage page() {
        return page;
    }
}
