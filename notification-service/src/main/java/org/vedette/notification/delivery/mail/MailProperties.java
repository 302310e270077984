package org.vedette.notification.delivery.mail;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What mails say about their sender, under {@code vedette.mail}. The imprint and the privacy page are under {@code
 * vedette.legal}.
 *
 * @param postalAddress postal address of who sends, on one line, as some laws want it in every mail; none by default
 */
@ConfigurationProperties("vedette.mail")
record MailProperties(@Nullable String postalAddress) {

    static final MailProperties NONE = new MailProperties(null);

    MailProperties {
        postalAddress = postalAddress == null || postalAddress.isBlank() ? null : AlertMailView.clean(postalAddress);
    }
}
