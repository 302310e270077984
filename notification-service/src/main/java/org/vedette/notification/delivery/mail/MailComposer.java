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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.notification.alerts.Alert;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.alerts.Occasion;
import org.vedette.notification.delivery.Message;
import org.vedette.notification.delivery.dkim.DkimSigner;
import org.vedette.notification.delivery.mail.request.NoticeWording;
import org.vedette.notification.delivery.mail.request.RequestMailView;
import org.vedette.notification.delivery.mail.request.RequestWording;
import org.vedette.notification.digests.Digest;
import org.vedette.notification.subscribers.AddressChange.Mailbox;
import org.vedette.notification.subscribers.SubscriptionLinks;
import org.vedette.pages.Link;
import org.vedette.pages.StudioMenu;

/** Composes mails. The template of an alert is made once and cached for its other subscribers. */
@Component
public class MailComposer {

    private static final int CACHED_TEMPLATES = 16;

    /** A digest has as many templates as there are choices of its posts. */
    private static final int CACHED_DIGESTS = 64;

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
    private final Map<AlertId, MailTemplate> alertTemplates = newest(CACHED_TEMPLATES);
    private final Map<DigestKey, MailTemplate> digestTemplates = newest(CACHED_DIGESTS);

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
        if (message instanceof Message.OfAlert alert) {
            return listMail(
                    alert,
                    alertTemplates.computeIfAbsent(
                            alert.alert().id(), id -> alertTemplate(alert.alert(), subjectPrefix(alert.alert()))));
        }
        if (message instanceof Message.OfDigest digest) {
            return listMail(
                    digest,
                    digestTemplates.computeIfAbsent(
                            DigestKey.of(digest.digest()), key -> digestTemplate(digest.digest())));
        }
        if (message instanceof Message.OfNotice notice) {
            return notice(notice);
        }
        if (message instanceof Message.OfTest test) {
            return listMail(test, alertTemplate(test.alert(), "Test: " + subjectPrefix(test.alert())));
        }
        return message instanceof Message.OfRequest request
                ? request(request)
                : confirmation((Message.OfConfirmation) message);
    }

    /** The address that reports about a mail go to. */
    public String senderOf(Message.Mailable message) {
        return identity.envelopeFrom(message);
    }

    /** Adds the headers of one-click unsubscribing (RFC 8058 §3.1): both, with one HTTPS URI that needs no login. */
    private byte[] listMail(Message.Mailable message, MailTemplate template) {
        var subscriber = message.subscriber().id();
        var unsubscribe = "List-Unsubscribe: <" + links.unsubscribe(subscriber) + mail(message) + ">\r\n"
                + "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"
                + "List-Help: <" + links.preferences(subscriber) + ">\r\n";
        return template.fill(
                message.to(), identity.messageId(message.id().value()), unsubscribe, links.token(subscriber), signer);
    }

    /** Says at the end of a link which mail it is in. */
    private static String mail(Message.Mailable message) {
        var alert = message.id().alert();
        return alert == null ? "" : SubscriptionLinks.MAIL + alert;
    }

    /** Has no list headers, because it is not sent to a list. */
    private byte[] request(Message.OfRequest message) {
        var id = message.id();
        var change = message.subscriber().profile().change();
        var newAddress = change == null ? "" : change.to().value();
        var wording = RequestWording.of(id.mail(), identity.siteTitle(), newAddress);
        var mail = new RequestMailView(
                identity.siteTitle(),
                identity.baseUrl(),
                wording.reason(),
                wording.action(),
                MailTemplate.LINK_PLACEHOLDER,
                wording.otherwise(),
                identity.legalPages().stream()
                        .map(page -> new Link(page.text(), page.url()))
                        .toList(),
                identity.postalAddress());
        return MailTemplate.of(
                        ownHeaders(wording.subject(), id.requestedAt(), "request"),
                        plainText.request(mail),
                        render("mail/request.jte", mail))
                .fill(message.to(), identity.messageId(id.value()), "", link(message), signer);
    }

    private String link(Message.OfRequest message) {
        var id = message.id();
        return switch (id.mail()) {
            case OLD_ADDRESS -> links.changeAddress(id.subscriber(), id.requestedAt(), Mailbox.OLD);
            case NEW_ADDRESS -> links.changeAddress(id.subscriber(), id.requestedAt(), Mailbox.NEW);
            case OWN_DATA -> links.ownData(message.subscriber(), id.requestedAt());
        };
    }

    /** Has no list headers, because it is not sent to a list. */
    private byte[] notice(Message.OfNotice message) {
        var wording = NoticeWording.of(message.id().notice(), message.progress());
        var mail = new RequestMailView(
                identity.siteTitle(),
                identity.baseUrl(),
                AlertMailView.clean(wording.reason()),
                NoticeWording.ACTION,
                MailTemplate.LINK_PLACEHOLDER,
                NoticeWording.OTHERWISE,
                List.of(),
                identity.postalAddress());
        var headers = ownHeaders(
                AlertMailView.clean(wording.subject()), message.progress().createdAt(), "notice");
        return MailTemplate.of(headers, plainText.request(mail), render("mail/request.jte", mail))
                .fill(
                        message.to(),
                        identity.messageId(message.id().value()),
                        "",
                        identity.baseUrl() + StudioMenu.ALERTS + "/"
                                + message.id().about(),
                        signer);
    }

    /** Has no list headers, because the subscriber is not on the list yet. */
    private byte[] confirmation(Message.OfConfirmation message) {
        var mail = new ConfirmationMailView(
                identity.siteTitle(),
                identity.baseUrl(),
                MailTemplate.LINK_PLACEHOLDER,
                validity.toHours() + " hours",
                identity.legalPages(),
                identity.postalAddress());
        var requestedAt = message.id().requestedAt();
        var headers = ownHeaders("Confirm your subscription to " + identity.siteTitle(), requestedAt, "confirmation");
        return MailTemplate.of(headers, plainText.confirmation(mail), render("mail/confirmation.jte", mail))
                .fill(
                        message.to(),
                        identity.messageId(message.id().value()),
                        "",
                        links.confirm(message.subscriber(), requestedAt),
                        signer);
    }

    private static String subjectPrefix(Alert alert) {
        if (alert.occasion() instanceof Occasion.Publication) {
            return "";
        }
        return alert.occasion() instanceof Occasion.Correction ? "Correction: " : "Withdrawn: ";
    }

    private MailTemplate alertTemplate(Alert alert, String prefix) {
        var mail = AlertMailView.of(alert, identity, zone);
        var series = alert.post().series();
        var headers = headers(prefix + mail.title().text(), alert.createdAt())
                + identity.lists().of(series)
                + identity.lists().feedbackId(alert.id().value(), series, "alert")
                + ListHeaders.contentLanguage(List.of(languageOf(alert.post().language())));
        return MailTemplate.of(headers, plainText.alert(mail), render("mail/alert.jte", mail));
    }

    private MailTemplate digestTemplate(Digest digest) {
        var mail = DigestMailView.of(digest, identity, zone);
        var first = mail.sections().get(0).posts().get(0).title().text();
        var others = digest.posts().size() - 1;
        var subject = others == 0 ? first : first + ", and " + others + " more";
        var languages =
                digest.posts().stream().map(post -> languageOf(post.language())).toList();
        var headers = headers(subject, digest.run().to())
                + identity.lists().of(null)
                + identity.lists().feedbackId(digest.run().id().value(), null, "digest")
                + ListHeaders.contentLanguage(languages);
        return MailTemplate.of(headers, plainText.digest(mail), render("mail/digest.jte", mail));
    }

    private String languageOf(@Nullable String language) {
        return Objects.requireNonNullElse(language, identity.siteLanguage());
    }

    /** The fields of a mail about one subscription. */
    private String ownHeaders(String subject, Instant date, String kind) {
        return headers(subject, date)
                + identity.lists().feedbackId("own", null, kind)
                + ListHeaders.contentLanguage(List.of());
    }

    /** Of every mail. Mailboxes at Exchange send no automatic replies to one with the last field. */
    private String headers(String subject, Instant date) {
        return identity.fromHeader()
                + HeaderEncoder.field("Subject", subject)
                + "Date: " + DATE.format(date) + "\r\n"
                + "Auto-Submitted: auto-generated\r\n"
                + "X-Auto-Response-Suppress: OOF, AutoReply\r\n";
    }

    private static <K> Map<K, MailTemplate> newest(int count) {
        return Collections.synchronizedMap(new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, MailTemplate> eldest) {
                return size() > count;
            }
        });
    }

    /** What makes two digests the same mail: the run, and the posts in their revisions. */
    private record DigestKey(AlertId run, List<String> posts) {

        static DigestKey of(Digest digest) {
            var posts = digest.posts().stream()
                    .map(post -> post.id() + "/" + post.revision())
                    .toList();
            return new DigestKey(digest.run().id(), posts);
        }
    }

    private String render(String template, Object view) {
        var output = new StringOutput();
        templates.render(template, view, output);
        return output.toString();
    }
}
