package org.vedette.feed.site.answer;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.serving.RequestRejectedException;
import org.vedette.feed.site.head.Frames;
import org.vedette.feed.site.page.Link;
import org.vedette.feed.site.page.MessagePage;

/** What the site says when it cannot show what was asked for. */
public final class Messages {

    private static final Link LATEST = new Link("To the latest posts", "/");
    private static final Link ARCHIVE = new Link("Browse the archive", Blog.ARCHIVE);
    private static final Link AGAIN = new Link("Try again", "");

    private final Frames frames;

    public Messages(Frames frames) {
        this.frames = frames;
    }

    public MessagePage unknownPost() {
        return notFound("unknown-post");
    }

    public MessagePage notFound() {
        return notFound("not-found");
    }

    /** Nothing was published in a stretch of time. */
    public MessagePage nothingIn(String stretch, Stream<Link> nearby) {
        return message(
                404,
                "nothing-published",
                "Nothing from " + stretch,
                "No post was published here in " + stretch + ".",
                null,
                Stream.concat(nearby, Stream.of(ARCHIVE)).toList());
    }

    /**
     * A list ends before the page that was asked for.
     *
     * @param last path of its last page
     */
    public MessagePage beyondTheEnd(int asked, int pages, String last) {
        var only = pages == 1;
        return message(
                404,
                "beyond-the-end",
                "The list is not that long",
                "There is no page " + asked
                        + (only ? ": everything is on the first." : ": the last is page " + pages + "."),
                null,
                List.of(new Link(only ? "To the list" : "To the last page", last), LATEST));
    }

    public MessagePage withdrawn(@Nullable String reason) {
        return message(
                410,
                "withdrawn-post",
                "This post was withdrawn",
                "It was published here once and is not available any more.",
                reason == null || reason.isBlank() ? null : "Reason: " + reason,
                List.of(LATEST, ARCHIVE));
    }

    /** The store cannot be reached. */
    public MessagePage unavailable() {
        return message(
                503,
                "upstream-unavailable",
                "Back in a moment",
                "The posts cannot be read right now. Nothing is lost.",
                "Please try again in half a minute.",
                List.of(AGAIN));
    }

    /** The request is at fault, in a way no page is made for. */
    public MessagePage refused(int status, String problem) {
        return message(
                status,
                problem,
                "That cannot be done here",
                "This address does not answer such a request.",
                null,
                List.of(LATEST));
    }

    /** The request asks for something that cannot be, or not now. */
    public MessagePage refused(RequestRejectedException refused) {
        return switch (refused.reason()) {
            case INVALID -> refused(400, "That cannot be answered", refused, LATEST);
            case NOT_FOUND -> refused(404, "There is no such page", refused, LATEST);
            case GONE -> refused(410, "This is gone", refused, LATEST);
            case UNAVAILABLE -> refused(503, "Not right now", refused, AGAIN);
        };
    }

    /** We are at fault. */
    public MessagePage failed() {
        return message(
                500,
                "internal-error",
                "Something went wrong",
                "The page could not be made.",
                "Please try again in a while.",
                List.of(AGAIN, LATEST));
    }

    private MessagePage refused(int status, String headline, RequestRejectedException refused, Link link) {
        return message(status, refused.problem(), headline, refused.detail(), null, List.of(link, ARCHIVE));
    }

    private MessagePage notFound(String problem) {
        return message(
                404,
                problem,
                "There is no such page",
                "The address leads nowhere on this site, and never did.",
                "Check it for a slip of the pen, search for what you had in mind, or begin at the latest posts.",
                List.of(LATEST, ARCHIVE));
    }

    private MessagePage message(
            int status, String problem, String headline, String lede, @Nullable String detail, List<Link> ways) {
        var frame = frames.frame(frames.passing(headline, lede), null, List.of());
        return new MessagePage(frame, status, problem, headline, lede, detail, ways);
    }
}
