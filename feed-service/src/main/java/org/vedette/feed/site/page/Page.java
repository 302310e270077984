package org.vedette.feed.site.page;

import org.vedette.feed.site.head.Frame;

/** A page in words ready to be printed. */
public sealed interface Page
        permits FrontPage, PostPage, ListingPage, ArchivePage, StretchPage, SearchPage, MessagePage {

    Frame frame();
}
