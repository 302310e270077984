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
        return bylines.stream().map(BylineLink::view).toList();
    }

    public static BylineLink of(Byline byline) {
        return new BylineLink(byline.name(), byline.affiliation(), pageOfAuthor(byline));
    }

    /** All bylines as one line of text, such as Ada Example, Example Labs; Grace Sample. */
    public static String line(List<Byline> bylines) {
        return bylines.stream().map(Byline::line).collect(Collectors.joining("; "));
    }

    /** Such as Ada Example, Example Labs. */
    public String text() {
        return new Byline(name, affiliation).line();
    }

    private static BylineView view(Byline byline) {
        return new BylineView(byline.name(), byline.affiliation(), byline.comma(), pageOfAuthor(byline));
    }

    private static String pageOfAuthor(Byline byline) {
        return Scope.author(byline.authorSlug()).page();
    }
}
