package org.vedette.notification.delivery.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content of both parts of a confirmation mail.
 *
 * @param confirm placeholder of the subscriber's confirmation link
 * @param validity how long the link works, in words
 * @param legalPages the imprint and the privacy page, where they exist
 * @param postalAddress postal address of the sender; null for none
 */
public record ConfirmationMailView(
        String siteTitle,
        String baseUrl,
        String confirm,
        String validity,
        List<AlertMailView.FooterLink> legalPages,
        @Nullable String postalAddress) {

    public ConfirmationMailView {
        legalPages = List.copyOf(legalPages);
    }
}
