package org.vedette.feed.site;

import org.jspecify.annotations.Nullable;
import org.vedette.feed.search.SearchNotReady;
import org.vedette.feed.search.SearchRefused;
import org.vedette.feed.site.page.MessagePage;

/** What the site says when it cannot show what was asked for. */
public final class Messages {

    private final Printer printer;

    public Messages(Printer printer) {
        this.printer = printer;
    }

    public MessagePage unknownPost() {
        return notFound("unknown-post");
    }

    public MessagePage notFound() {
        return notFound("not-found");
    }

    MessagePage withdrawn(@Nullable String reason) {
        return printer.messagePage(
                410,
                "withdrawn-post",
                "This post was withdrawn",
                "It was published here once and is not available any more.",
                reason == null || reason.isBlank() ? null : "Reason: " + reason);
    }

    /** The store cannot be reached. */
    public MessagePage unavailable() {
        return printer.messagePage(
                503,
                "upstream-unavailable",
                "Back in a moment",
                "The posts cannot be read right now. Nothing is lost.",
                "Please try again in half a minute.");
    }

    /** The request is at fault, in a way no page is made for. */
    public MessagePage refused(int status, String problem) {
        return printer.messagePage(
                status, problem, "That cannot be done here", "This address does not answer such a request.", null);
    }

    /** The search asks for what is not done. */
    public MessagePage refused(SearchRefused refusal) {
        return printer.messagePage(400, refusal.problem(), "That cannot be searched for", refusal.detail(), null);
    }

    public MessagePage searchNotReady(SearchNotReady cause) {
        return printer.messagePage(
                503,
                "search-not-ready",
                "The search is getting ready",
                "It has read " + cause.done() + " posts so far and answers when it has read all.",
                "Please try again in half a minute.");
    }

    public MessagePage searchBusy() {
        return printer.messagePage(
                503,
                "search-busy",
                "Too many are searching",
                "More searches are waiting than can be answered now.",
                "Please try again in half a minute.");
    }

    /** We are at fault. */
    public MessagePage failed() {
        return printer.messagePage(
                500,
                "internal-error",
                "Something went wrong",
                "The page could not be made.",
                "Please try again in a while.");
    }

    private MessagePage notFound(String problem) {
        return printer.messagePage(
                404,
                problem,
                "There is no such page",
                "The address leads nowhere on this site, and never did.",
                "Check it for a slip of the pen, or begin at the latest posts.");
    }
}
