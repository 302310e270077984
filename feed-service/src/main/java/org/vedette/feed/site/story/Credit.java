package org.vedette.feed.site.story;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.events.Byline;
import org.vedette.feed.blog.AuthorSlug;
import org.vedette.feed.blog.Scope;

/**
 * A byline that leads to its author's page.
 *
 * @param name the author's name
 * @param affiliation where the author worked at the time; null when the author stands alone
 * @param path where the author's posts are listed
 */
public record Credit(String name, @Nullable String affiliation, String path) {

    /** The bylines in their order. */
    public static List<Credit> of(List<Byline> bylines) {
        return bylines.stream().map(Credit::of).toList();
    }

    private static Credit of(Byline byline) {
        var page = Scope.author(AuthorSlug.of(byline.name())).page();
        return new Credit(byline.name(), byline.affiliation(), page);
    }

    /** Bylines in one line of text, such as Ada Example, Example Labs; Grace Sample. */
    public static String line(List<Byline> bylines) {
        return String.join("; ", bylines.stream().map(Credit::words).toList());
    }

    private static String words(Byline byline) {
        return byline.affiliation() == null ? byline.name() : byline.name() + ", " + byline.affiliation();
    }
}
