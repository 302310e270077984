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
import org.vedette.notification.delivery.Letter;
import org.vedette.notification.subscribers.SubscriptionLinks;

/** Makes mails of letters. What a mail shows is composed once per alert and kept for as long as it is of use. */
@Component
class MailComposer {

    private static final int KEPT_ALERTS = 16;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM uuuu HH:mm:ss xx", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final MailIdentity identity;
    private final SubscriptionLinks links;
    private final TemplateEngine templates;
    private final WrittenText written;
    private final ZoneId zone;
    private final Duration validity;
    private final Map<AlertId, PreparedMail> alerts = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<AlertId, PreparedMail> eldest) {
            return size() > KEPT_ALERTS;
        }
    });

    MailComposer(
            MailIdentity identity,
            SubscriptionLinks links,
            TemplateEngine templates,
            WrittenText written,
            NotificationServiceProperties properties) {
        this.identity = identity;
        this.links = links;
        this.templates = templates;
        this.written = written;
        this.zone = properties.site().zone();
        this.validity = properties.confirmation().validity();
    }

    /** The whole mail, as it goes to the mail server. */
    byte[] compose(Letter.Mailable letter) {
        return letter instanceof Letter.OfAlert alert ? alert(alert) : confirmation((Letter.OfConfirmation) letter);
    }

    /** RFC 8058: both headers, one https URI, and nothing that needs a login behind it. */
    private byte[] alert(Letter.OfAlert letter) {
        var leave = links.unsubscribe(letter.subscriber().id());
        var unsubscribe =
                "List-Unsubscribe: <" + leave + ">\r\n" + "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n";
        return alerts.computeIfAbsent(letter.alert().id(), id -> prepare(letter.alert()))
                .copy(letter.to(), identity.messageId(letter.id().value()), unsubscribe, leave);
    }

    /** About one person's request and nothing else: no list headers, nothing that tracks. */
    private byte[] confirmation(Letter.OfConfirmation letter) {
        var mail = new ConfirmationMailView(
                identity.siteTitle(), identity.baseUrl(), PreparedMail.LINK, validity.toHours() + " hours");
        var requestedAt = letter.id().requestedAt();
        var headers = headers("Confirm your subscription to " + identity.siteTitle(), requestedAt);
        return PreparedMail.of(headers, written.confirmation(mail), render("mail/confirmation.jte", mail))
                .copy(
                        letter.to(),
                        identity.messageId(letter.id().value()),
                        "",
                        links.confirm(letter.subscriber(), requestedAt));
    }

    private PreparedMail prepare(Alert alert) {
        var mail = AlertMailView.of(alert.post(), identity.siteTitle(), identity.baseUrl(), zone);
        var open = alert.post().tlp().equals("CLEAR");
        var subject = open ? mail.title() : "[" + mail.marking() + "] " + mail.title();
        var headers = headers(subject, alert.createdAt()) + identity.listHeaders();
        return PreparedMail.of(headers, written.alert(mail), render("mail/alert.jte", mail));
    }

    private String headers(String subject, Instant date) {
        return identity.fromHeader()
                + HeaderText.field("Subject", subject)
                + "Date: " + DATE.format(date) + "\r\n"
                + "Auto-Submitted: auto-generated\r\n";
    }

    private String render(String template, Object view) {
        var output = new StringOutput();
        templates.render(template, view, output);
        return output.toString();
    }
}
