package org.vedette.notification.delivery.mail.request;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.pages.Link;

/**
 * The content of both parts of a mail that a subscriber requested, as plain text.
 *
 * @param reason why it comes
 * @param action what the link is for
 * @param link placeholder of the link
 * @param otherwise what to do when it was not requested
 * @param legalPages the imprint and the privacy page, where they exist, with absolute addresses
 * @param postalAddress postal address of the sender; null for none
 */
public record RequestMailView(
        String siteTitle,
        String baseUrl,
        String reason,
        String action,
        String link,
        String otherwise,
        List<Link> legalPages,
        @Nullable String postalAddress) {

    public RequestMailView {
        legalPages = List.copyOf(legalPages);
    }
}
