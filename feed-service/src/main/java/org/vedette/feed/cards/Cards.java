package org.vedette.feed.cards;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vedette.events.Series;
import org.vedette.feed.blog.Blog;

/** Creates the cards of the blog's pages, and their addresses, which change with what a card shows. */
public final class Cards {

    /** Path under which all cards are. */
    public static final String FOLDER = "/cards/";

    /** First path segment of the card of the blog; that of a post is its id. */
    public static final String SITE = "site";

    private final Blog blog;

    /**
     * A card as a page names it.
     *
     * @param url absolute address
     * @param alternativeText what it says, for those who cannot see it
     */
    public record CardLink(String url, String alternativeText) {}

    public Cards(Blog blog) {
        this.blog = blog;
    }

    /** The card of every page that is no post. */
    public Card ofSite() {
        return new Card(blog.title(), blog.tagline(), blog.title(), host());
    }

    public Card ofPost(String title, @Nullable Series series) {
        return new Card(title, series == null ? null : series.title(), blog.title(), host());
    }

    /** The card of the blog as a page names it. */
    public CardLink linkOfSite() {
        return link(SITE, ofSite());
    }

    /** The card of a post as its page names it. */
    public CardLink linkOfPost(UUID id, String title, @Nullable Series series) {
        return link(id.toString(), ofPost(title, series));
    }

    private CardLink link(String subject, Card card) {
        return new CardLink(blog.address(path(subject, card.hash())), card.alternativeText());
    }

    /** Path of a card. */
    public static String path(String subject, String hash) {
        return FOLDER + subject + "/" + hash + ".png";
    }

    private String host() {
        return blog.base().getHost();
    }
}
