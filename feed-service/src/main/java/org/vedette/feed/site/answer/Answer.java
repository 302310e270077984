package org.vedette.feed.site.answer;

import org.vedette.feed.site.page.MessagePage;
import org.vedette.feed.site.page.Page;

/** What an address of the site leads to. */
public sealed interface Answer {

    /**
     * To a page.
     *
     * @param page the page
     */
    record Shown(Page page) implements Answer {}

    /**
     * To another address.
     *
     * @param address where it is now, absolute
     */
    record Moved(String address) implements Answer {}

    /**
     * To nothing that could be shown.
     *
     * @param page why not
     */
    record NotShown(MessagePage page) implements Answer {}
}
