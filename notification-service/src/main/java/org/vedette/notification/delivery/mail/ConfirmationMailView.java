package org.vedette.notification.delivery.mail;

import java.util.List;

/**
 * The content of both parts of a confirmation mail.
 *
 * @param confirm placeholder of the subscriber's confirmation link
 * @param validity how long the link works, in words
 * @param legalPages the imprint and the privacy page, where they exist
 */
public record ConfirmationMailView(
        String siteTitle, String baseUrl, String confirm, String validity, List<AlertMailView.FooterLink> legalPages) {

    public ConfirmationMailView {
        legalPages = List.copyOf(legalPages);
    }
}
