package org.vedette.notification.delivery.mail;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.notification.alerts.Alert;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.delivery.Message;
import org.vedette.notification.delivery.dkim.DkimSigner;
import org.vedette.notification.subscribers.SubscriptionLinks;

/** Composes mails. The template of an alert is made once and cached for its other subscribers. */
@Component
public class MailComposer {

    private static final int CACHED_TEMPLATES = 16;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM uuuu HH:mm:ss xx", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final MailIdentity identity;
    private final SubscriptionLinks links;
    private final TemplateEngine templates;
    private final PlainTextRenderer plainText;
    private final DkimSigner signer;
    private final ZoneId zone;
    private final Duration validity;
    private final Map<AlertId, MailTemplate> alertTemplates = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<AlertId, MailTemplate> eldest) {
            return size() > CACHED_TEMPLATES;
        }
    });

    MailComposer(
            MailIdentity identity,
            SubscriptionLinks links,
            TemplateEngine templates,
            PlainTextRenderer plainText,
            DkimSigner signer,
            NotificationServiceProperties properties) {
        this.identity = identity;
        this.links = links;
        this.templates = templates;
        this.plainText = plainText;
        this.signer = signer;
        this.zone = properties.site().zone();
        this.validity = properties.confirmation().validity();
    }

    /** The complete mail, as it is sent to the mail server. */
    public byte[] compose(Message.Mailable message) {
        return message instanceof Message.OfAlert alert ? alert(alert) : confirmation((Message.OfConfirmation) message);
    }

    /** Adds the headers of one-click unsubscribing (RFC 8058 §3.1): both, with one HTTPS URI that needs no login. */
    private byte[] alert(Message.OfAlert message) {
        var link = links.unsubscribe(message.subscriber().id());
        var unsubscribe =
                "List-Unsubscribe: <" + link + ">\r\n" + "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n";
        return alertTemplates
                .computeIfAbsent(message.alert().id(), id -> alertTemplate(message.alert()))
                .fill(message.to(), identity.messageId(message.id().value()), unsubscribe, link, signer);
    }

    /** Has no list headers, because the subscriber is not on the list yet. */
    private byte[] confirmation(Message.OfConfirmation message) {
        var mail = new ConfirmationMailView(
                identity.siteTitle(),
                identity.baseUrl(),
                MailTemplate.LINK_PLACEHOLDER,
                validity.toHours() + " hours",
                identity.legalPages());
        var requestedAt = message.id().requestedAt();
        var headers = headers("Confirm your subscription to " + identity.siteTitle(), requestedAt);
        return MailTemplate.of(headers, plainText.confirmation(mail), render("mail/confirmation.jte", mail))
                .fill(
                        message.to(),
                        identity.messageId(message.id().value()),
                        "",
                        links.confirm(message.subscriber(), requestedAt),
                        signer);
    }

    private MailTemplate alertTemplate(Alert alert) {
        var mail = AlertMailView.of(alert.post(), identity, zone);
        var headers = headers(mail.title().text(), alert.createdAt()) + identity.listHeaders();
        return MailTemplate.of(headers, plainText.alert(mail), render("mail/alert.jte", mail));
    }

    private String headers(String subject, Instant date) {
        return identity.fromHeader()
                + HeaderEncoder.field("Subject", subject)
                + "Date: " + DATE.format(date) + "\r\n"
                + "Auto-Submitted: auto-generated\r\n";
    }

    private String render(String template, Object view) {
        var output = new StringOutput();
        templates.render(template, view, output);
        return output.toString();
    }
}
