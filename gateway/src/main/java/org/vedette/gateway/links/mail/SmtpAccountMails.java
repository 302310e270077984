package org.vedette.gateway.links.mail;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.vedette.gateway.GatewayProperties;
import org.vedette.gateway.accounts.Profile;
import org.vedette.gateway.links.AccountMails;
import org.vedette.gateway.links.LinkPurpose;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Sends mails by SMTP, on threads of their own: a mail server may take its time. */
final class SmtpAccountMails implements AccountMails {

    private static final Logger log = LoggerFactory.getLogger(SmtpAccountMails.class);

    /** An international address needs an extension that few mail servers have (SMTPUTF8, RFC 6531). */
    private static final Pattern ADDRESS = Pattern.compile("[!-~&&[^@]]+@[A-Za-z0-9.-]+");

    private static final Duration TIMEOUT = Duration.ofSeconds(45);

    private final JavaMailSender sender;
    private final String from;
    private final boolean configured;
    private final TemplateEngine templates;
    private final GatewayProperties site;
    private final Scheduler scheduler;

    SmtpAccountMails(
            JavaMailSender sender,
            AccountMailProperties properties,
            TemplateEngine templates,
            GatewayProperties site,
            Scheduler scheduler) {
        this.sender = sender;
        this.from = properties.from();
        this.configured = !properties.host().isBlank();
        this.templates = templates;
        this.site = site;
        this.scheduler = scheduler;
    }

    @Override
    public boolean areConfigured() {
        return configured;
    }

    @Override
    public Mono<Boolean> send(Profile to, LinkPurpose purpose, URI link) {
        var address = to.login().value();
        if (!configured || !ADDRESS.matcher(address).matches()) {
            return Mono.just(false);
        }
        return Mono.fromCallable(() -> send(address, view(to, purpose, link)))
                .subscribeOn(scheduler)
                .timeout(TIMEOUT)
                .onErrorResume(failure -> {
                    log.warn("The mail server did not take a mail about an account: {}", failure.toString());
                    return Mono.just(false);
                });
    }

    private boolean send(String address, AccountMailView view) throws MessagingException, IOException {
        var message = sender.createMimeMessage();
        message.setFrom(sender(view.siteTitle()));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(address, true));
        message.setSubject(view.subject(), StandardCharsets.UTF_8.name());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setContent(alternatives(view));
        sender.send(message);
        return true;
    }

    /** The name of the site, unless the setting has another name. */
    private InternetAddress sender(String siteTitle) throws MessagingException, IOException {
        var address = new InternetAddress(from, true);
        if (address.getPersonal() == null) {
            address.setPersonal(siteTitle, StandardCharsets.UTF_8.name());
        }
        return address;
    }

    private MimeMultipart alternatives(AccountMailView view) throws MessagingException {
        var html = new StringOutput();
        templates.render("account-mail.jte", view, html);
        return new MimeMultipart("alternative", part(view.plainText(), "plain"), part(html.toString(), "html"));
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, StandardCharsets.UTF_8.name(), subtype);
        return part;
    }

    private AccountMailView view(Profile to, LinkPurpose purpose, URI link) {
        var title = site.siteTitle();
        return switch (purpose) {
            case INVITE ->
                new AccountMailView(
                        title,
                        site.baseUrl().toString(),
                        "Your account at " + title,
                        "Hello %s, you are invited to write for %s.".formatted(to.displayName(), title),
                        "Choose a password",
                        link.toString(),
                        purpose.validityText(),
                        "If you do not know what this is about, do nothing.");
            case RESET ->
                new AccountMailView(
                        title,
                        site.baseUrl().toString(),
                        "A new password for " + title,
                        "Hello %s, somebody, hopefully you, asked for a new password for your account at %s."
                                .formatted(to.displayName(), title),
                        "Choose a new password",
                        link.toString(),
                        purpose.validityText(),
                        "If it was not you, do nothing: your password stays as it is.");
        };
    }
}
