package org.vedette.feed.syndication;

import org.vedette.events.Byline;
import org.vedette.feed.blog.AuthorSlug;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.Scope;

/**
 * Who wrote a post. No format has a place for the affiliation, so it follows the name.
 *
 * @param text such as Ada Example, Example Labs
 * @param page absolute address of the author's posts
 */
public record Credit(String text, String page) {

    static Credit of(Byline byline, Blog blog) {
        var affiliation = byline.affiliation();
        return new Credit(
                affiliation == null ? byline.name() : byline.name() + ", " + affiliation,
                blog.address(Scope.author(AuthorSlug.of(byline.name())).page()));
    }
}
