package org.vedette.standalone.mail;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** Turns mails into pages and JSON. */
final class MailViews {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "MMMM d, yyyy, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.vedette.standalone.views");
    private final JsonMapper json = JsonMapper.builder().build();

    /** A mail as scripts see it. */
    record Listed(String id, String file, String from, String to, String subject, Instant receivedAt) {}

    byte[] list(List<CaughtMail> mails, int total) {
        var items = mails.stream()
                .map(mail -> new MailListPage.Item(
                        "/mails/" + mail.id(), mail.subject(), mail.to(), readable(mail.receivedAt())))
                .toList();
        return rendered("mail-list.jte", new MailListPage(items, total));
    }

    byte[] mail(CaughtMail mail) {
        return rendered(
                "mail.jte",
                new MailPage(
                        mail.subject(),
                        mail.from(),
                        mail.to(),
                        readable(mail.receivedAt()),
                        mail.headers(),
                        mail.text() == null ? List.of() : snippets(mail.text()),
                        mail.html() == null ? null : "/mails/" + mail.id() + ".html",
                        "/mails/" + mail.id() + ".eml"));
    }

    byte[] notFound() {
        return rendered("mail-not-found.jte", Map.of());
    }

    byte[] json(List<CaughtMail> mails) {
        return json.writeValueAsBytes(mails.stream()
                .map(mail -> new Listed(
                        mail.id(), mail.id() + ".eml", mail.from(), mail.to(), mail.subject(), mail.receivedAt()))
                .toList());
    }

    /** The text with its web addresses apart, all of it in order. */
    static List<MailPage.Snippet> snippets(String text) {
        var snippets = new ArrayList<MailPage.Snippet>();
        var links = LINK.matcher(text);
        int from = 0;
        while (links.find()) {
            snippets.add(new MailPage.Snippet(text.substring(from, links.start()), false));
            snippets.add(new MailPage.Snippet(links.group(), true));
            from = links.end();
        }
        snippets.add(new MailPage.Snippet(text.substring(from), false));
        return snippets;
    }

    private byte[] rendered(String template, Object view) {
        var out = new Utf8ByteOutput();
        templates.render(template, view, out);
        return out.toByteArray();
    }

    private static String readable(Instant instant) {
        return MOMENT.format(instant);
    }
}
