package org.vedette.notification.delivery.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.vedette.notification.NotificationServiceProperties;

/** Who the mails are from, and what list they belong to. */
@Component
class MailIdentity {

    private final InternetAddress from;
    private final String shown;
    private final String siteTitle;
    private final String baseUrl;

    MailIdentity(NotificationServiceProperties properties) {
        this.from = parse(properties.smtp().from());
        this.shown =
                Objects.requireNonNullElse(from.getPersonal(), properties.site().title());
        this.siteTitle = properties.site().title();
        this.baseUrl = properties.baseUrl();
    }

    /** The address the mail server reports bounces to. */
    String envelopeFrom() {
        return from.getAddress();
    }

    String fromHeader() {
        return HeaderText.mailbox("From", shown, from.getAddress());
    }

    String siteTitle() {
        return siteTitle;
    }

    String baseUrl() {
        return baseUrl;
    }

    /** The same for every attempt at one delivery, so that a mail sent again after a crash is the same message. */
    String messageId(String delivery) {
        return delivery + "@" + from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1);
    }

    /** RFC 2919, RFC 2369: lets readers sort the mails, and says that nobody posts to this list but us. */
    String listHeaders() {
        return HeaderText.field("List-Id", "<alerts." + URI.create(baseUrl).getHost() + ">")
                + "List-Archive: <" + baseUrl + "/>\r\n"
                + "List-Help: <" + baseUrl + "/subscribe>\r\n"
                + "List-Post: NO\r\n";
    }

    private static InternetAddress parse(String configured) {
        try {
            return new InternetAddress(configured, true);
        } catch (AddressException none) {
            throw new IllegalArgumentException(
                    "VEDETTE_MAIL_FROM must be an address like alerts@example.org or Name <alerts@example.org>: "
                            + none.getMessage(),
                    none);
        }
    }
}
