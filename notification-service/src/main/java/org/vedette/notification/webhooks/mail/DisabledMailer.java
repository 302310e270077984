package org.vedette.notification.webhooks.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.vedette.notification.delivery.mail.MailIdentity;
import org.vedette.notification.webhooks.Webhook;
import org.vedette.notification.webhooks.WebhookStatus;
import org.vedette.notification.webhooks.administration.NoticeMailer;

/** Tells the admins in a mail of plain text that a webhook was disabled. */
final class DisabledMailer implements NoticeMailer {

    private static final Logger log = LoggerFactory.getLogger(DisabledMailer.class);

    private final JavaMailSenderImpl server;
    private final MailIdentity sender;
    private final List<String> admins;
    private final Site site;

    /**
     * What the mail says of the site.
     *
     * @param baseUrl its address
     */
    record Site(String title, String baseUrl) {}

    /**
     * A mailer.
     *
     * @param server the mail server, whose connections are not shared with subscribers' mails
     * @param admins addresses; with none, the log and the studio alone tell
     */
    DisabledMailer(JavaMailSenderImpl server, MailIdentity sender, List<String> admins, Site site) {
        this.server = withTimeouts(server);
        this.sender = sender;
        this.admins = List.copyOf(admins);
        this.site = site;
    }

    @Override
    public void send(Webhook webhook, WebhookStatus.Disabled status) throws Exception {
        if (admins.isEmpty()) {
            log.warn("Nobody is told by mail that webhook {} is disabled; no address is set", webhook.id());
            return;
        }
        var mail = new IdentifiedMessage(webhook, status, sender.address(), server);
        mail.setFrom(new InternetAddress(sender.address(), site.title(), "UTF-8"));
        for (var admin : admins) {
            mail.addRecipient(RecipientType.TO, new InternetAddress(admin, true));
        }
        mail.setSubject("Webhook disabled: " + webhook.settings().title(), "UTF-8");
        mail.setSentDate(Date.from(status.at()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setText(text(webhook, status), "UTF-8");
        server.send(mail);
    }

    private String text(Webhook webhook, WebhookStatus.Disabled status) {
        return """
                %s sends nothing any more to the webhook "%s"
                (%s).

                %s

                What waits is kept for it. When the receiver works again, enable the webhook here:

                %s/studio/webhooks/%s
                """.formatted(
                        site.title(),
                        webhook.settings().title(),
                        webhook.settings().address().masked(),
                        status.reason(),
                        site.baseUrl(),
                        webhook.id());
    }

    /** The same server with timeouts; each protocol has properties of its own. */
    static JavaMailSenderImpl withTimeouts(JavaMailSenderImpl configured) {
        var properties = new Properties();
        properties.putAll(configured.getJavaMailProperties());
        var protocol = Objects.requireNonNullElse(configured.getProtocol(), JavaMailSenderImpl.DEFAULT_PROTOCOL);
        var prefix = "mail." + protocol;
        properties.put(prefix + ".connectiontimeout", "10000");
        properties.put(prefix + ".timeout", "30000");
        properties.put(prefix + ".writetimeout", "30000");
        var server = new JavaMailSenderImpl();
        server.setProtocol(protocol);
        server.setHost(configured.getHost());
        server.setPort(configured.getPort());
        var name = configured.getUsername();
        if (name != null && !name.isEmpty()) {
            server.setUsername(name);
            server.setPassword(configured.getPassword());
            properties.put(prefix + ".auth", "true");
        }
        server.setJavaMailProperties(properties);
        return server;
    }

    /** Has the same Message-ID each time, so that mail programs recognize one that was sent twice. */
    private static final class IdentifiedMessage extends MimeMessage {

        private final String id;

        IdentifiedMessage(Webhook webhook, WebhookStatus.Disabled status, String from, JavaMailSenderImpl server) {
            super(server.getSession());
            this.id = "<webhook-" + webhook.id() + "-" + status.at().toEpochMilli()
                    + from.substring(from.lastIndexOf('@')) + ">";
        }

        @Override
        protected void updateMessageID() throws jakarta.mail.MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
