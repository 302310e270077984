package org.vedette.notification.delivery.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.notification.delivery.Message;
import org.vedette.notification.delivery.returnpath.ReturnPath;
import org.vedette.notification.domains.InternationalDomain;
import org.vedette.notification.subscribers.SubscriptionLinks;
import org.vedette.starter.legal.LegalProperties;
import org.vedette.starter.legal.LegalProperties.LegalPage;

/** The sender of all mails and the list they belong to. */
@Component
@EnableConfigurationProperties(MailProperties.class)
public class MailIdentity {

    private static final Pattern ASCII = Pattern.compile("[!-~]+");

    private final InternetAddress from;
    private final String displayName;
    private final String siteTitle;
    private final String siteLanguage;
    private final String baseUrl;
    private final List<LegalPage> legalPages;
    private final MailProperties mail;
    private final ReturnPath returnPath;
    private final ListHeaders lists;

    MailIdentity(
            NotificationServiceProperties properties,
            LegalProperties legal,
            MailProperties mail,
            ReturnPath returnPath) {
        this.from = parse(properties.smtp().from());
        this.displayName =
                Objects.requireNonNullElse(from.getPersonal(), properties.site().title());
        this.siteTitle = properties.site().title();
        this.siteLanguage = properties.site().language();
        this.baseUrl = properties.baseUrl();
        this.legalPages = legal.pages();
        this.mail = mail;
        this.returnPath = returnPath;
        this.lists = new ListHeaders(baseUrl, domain());
    }

    /** The envelope sender of a mail, to which mail servers report bounces (RFC 5321 §4.4). */
    String envelopeFrom(Message.Mailable mail) {
        return returnPath
                .address(mail.id().value(), mail.subscriber().id(), mail.to())
                .orElseGet(from::getAddress);
    }

    /** The address of the sender. */
    public String address() {
        return from.getAddress();
    }

    String fromHeader() {
        return HeaderEncoder.mailbox("From", displayName, from.getAddress());
    }

    String siteTitle() {
        return siteTitle;
    }

    /** Language of posts that name none. */
    String siteLanguage() {
        return siteLanguage;
    }

    String baseUrl() {
        return baseUrl;
    }

    /** The imprint and the privacy page, with absolute addresses. */
    List<AlertMailView.FooterLink> legalPages() {
        return legalPages.stream()
                .map(page -> new AlertMailView.FooterLink(page.title(), baseUrl + page.path()))
                .toList();
    }

    /** The link to unsubscribe, with the placeholder for the subscriber's token. */
    String unsubscribe() {
        return baseUrl + SubscriptionLinks.UNSUBSCRIBE + MailTemplate.LINK_PLACEHOLDER;
    }

    /** The link to the preferences, with the placeholder for the subscriber's token. */
    String preferences() {
        return baseUrl + SubscriptionLinks.PREFERENCES + MailTemplate.LINK_PLACEHOLDER;
    }

    /** The Message-ID of a delivery, the same for every attempt, so that mail programs recognize a duplicate. */
    String messageId(String delivery) {
        return delivery + "@" + domain();
    }

    /** The domain of the sender. */
    String domain() {
        return from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1);
    }

    /** The header fields of lists. */
    ListHeaders lists() {
        return lists;
    }

    /** Postal address of the sender; null for none. */
    @Nullable
    String postalAddress() {
        return mail.postalAddress();
    }

    private static InternetAddress parse(String configured) {
        try {
            var from = new InternetAddress(configured, true);
            from.setAddress(asciiAddress(from.getAddress()));
            return from;
        } catch (AddressException malformed) {
            throw new IllegalArgumentException(
                    "VEDETTE_MAIL_FROM must be an address like alerts@example.org or Name <alerts@example.org>: "
                            + malformed.getMessage(),
                    malformed);
        }
    }

    /** The address as mail servers without SMTPUTF8 (RFC 6531) take it: an international domain in its ASCII form. */
    private static String asciiAddress(String address) throws AddressException {
        var at = address.lastIndexOf('@');
        var localPart = address.substring(0, at);
        if (!ASCII.matcher(localPart).matches()) {
            throw new AddressException("only ASCII characters can be in front of the @", address);
        }
        return localPart + "@"
                + InternationalDomain.toAscii(address.substring(at + 1))
                        .orElseThrow(() -> new AddressException("there is no such domain name", address));
    }
}
