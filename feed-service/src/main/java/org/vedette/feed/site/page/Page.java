package org.vedette.feed.site.page;

/** A page in words ready to be printed. */
public sealed interface Page permits FrontPage, PostPage, SeriesPage, MessagePage {

    Frame frame();
}
