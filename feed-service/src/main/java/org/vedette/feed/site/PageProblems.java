package org.vedette.feed.site;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.serving.RequestRejectedException;
import org.vedette.feed.serving.RequestRejectedException.Reason;
import org.vedette.pages.Link;

/** Creates the problems that the site's addresses have instead of pages. */
public final class PageProblems {

    public static final Link LATEST = new Link("To the latest posts", "/");
    public static final Link ARCHIVE = new Link("Browse the archive", Blog.ARCHIVE);
    public static final Link RETRY = new Link("Try again", "");

    private PageProblems() {}

    /** No post has or had the address. */
    public static RequestRejectedException unknownPost() {
        return notFound("unknown-post", "There is no such post");
    }

    /** Nothing is at the address. */
    public static RequestRejectedException notFound() {
        return notFound("not-found", "There is nothing at this address");
    }

    /** No post was published in a year or month. */
    public static RequestRejectedException nothingPublished(String period, Stream<Link> nearby) {
        return new RequestRejectedException(
                Reason.NOT_FOUND,
                "nothing-published",
                "Nothing from " + period,
                "No post was published here in " + period + ".",
                null,
                Stream.concat(nearby, Stream.of(ARCHIVE)).toList());
    }

    /**
     * A list ends before the requested page.
     *
     * @param lastPath path of its last page
     */
    public static RequestRejectedException beyondLastPage(int page, int pages, String lastPath) {
        var single = pages == 1;
        return new RequestRejectedException(
                Reason.NOT_FOUND,
                "beyond-the-end",
                "The list is not that long",
                "There is no page " + page
                        + (single ? ": everything is on the first." : ": the last is page " + pages + "."),
                null,
                List.of(new Link(single ? "To the list" : "To the last page", lastPath), LATEST));
    }

    public static RequestRejectedException withdrawn(@Nullable String reason) {
        return new RequestRejectedException(
                Reason.GONE,
                "withdrawn-post",
                "This post was withdrawn",
                "It was published here once and is not available any more.",
                reason == null || reason.isBlank() ? null : "Reason: " + reason,
                List.of(LATEST, ARCHIVE));
    }

    /** The store cannot be reached. */
    public static RequestRejectedException unavailable() {
        return new RequestRejectedException(
                Reason.UNAVAILABLE,
                "upstream-unavailable",
                "Back in a moment",
                "The posts cannot be read right now. Nothing is lost.",
                "Please try again in half a minute.",
                List.of(RETRY));
    }

    private static RequestRejectedException notFound(String problem, String title) {
        return new RequestRejectedException(
                Reason.NOT_FOUND,
                problem,
                title,
                "The address leads nowhere on this site, and never did.",
                "Check it for a slip of the pen, search for what you had in mind, or begin at the latest posts.",
                List.of(LATEST, ARCHIVE));
    }
}
