package org.vedette.gateway.administration.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.pages.Link;

/**
 * View of the page that says where a one-time link is.
 *
 * @param secret the link, to be handed over and shown only now; null when it was mailed
 * @param links where to go from here
 */
public record LinkSentPage(
        String title, String text, @Nullable String secret, List<Link> links) {

    public LinkSentPage {
        links = List.copyOf(links);
    }
}
