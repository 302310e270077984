package org.vedette.feed.blog;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vedette.events.Byline;
import org.vedette.pages.post.BylineView;

/**
 * A byline with the page of its author.
 *
 * @param name the author's name
 * @param affiliation where the author worked at the time; null when the author stands alone
 * @param path where the author's posts are listed
 */
public record BylineLink(String name, @Nullable String affiliation, String path) {

    /** The bylines in their order. */
    public static List<BylineLink> of(List<Byline> bylines) {
        return bylines.stream().map(BylineLink::of).toList();
    }

    /** The bylines as pages print them. */
    public static List<BylineView> views(List<Byline> bylines) {
        return bylines.stream().map(byline -> of(byline).view()).toList();
    }

    public static BylineLink of(Byline byline) {
        var page = Scope.author(byline.authorSlug()).page();
        return new BylineLink(byline.name(), byline.affiliation(), page);
    }

    /** All bylines as one line of text, such as Ada Example, Example Labs; Grace Sample. */
    public static String line(List<Byline> bylines) {
        return bylines.stream().map(Byline::line).collect(Collectors.joining("; "));
    }

    /** Such as Ada Example, Example Labs. */
    public String text() {
        return byline().line();
    }

    private BylineView view() {
        return new BylineView(name, affiliation, byline().comma(), path);
    }

    private Byline byline() {
        return new Byline(name, affiliation);
    }
}
