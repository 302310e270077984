package org.vedette.standalone.mail;

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
import org.vedette.starter.templates.TemplateEngines;
import tools.jackson.databind.json.JsonMapper;

/** Renders mails as pages and JSON. */
final class MailPageRenderer {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "MMMM d, yyyy, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");

    private final TemplateEngine templates = TemplateEngines.precompiled("org.vedette.standalone.views");
    private final JsonMapper json = JsonMapper.builder().build();

    /** One mail in the JSON list. */
    record MailSummary(String id, String file, String from, String to, String subject, Instant receivedAt) {}

    byte[] list(List<ParsedMail> mails, int total) {
        var items = mails.stream()
                .map(mail -> new MailListView.Item(
                        "/mails/" + mail.id(), mail.subject(), mail.to(), readable(mail.receivedAt())))
                .toList();
        return rendered("mail-list.jte", new MailListView(items, total));
    }

    byte[] mail(ParsedMail mail) {
        return rendered(
                "mail.jte",
                new MailView(
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

    byte[] json(List<ParsedMail> mails) {
        return json.writeValueAsBytes(mails.stream()
                .map(mail -> new MailSummary(
                        mail.id(), mail.id() + ".eml", mail.from(), mail.to(), mail.subject(), mail.receivedAt()))
                .toList());
    }

    /** Splits the text at the boundaries of its web addresses. */
    static List<MailView.Snippet> snippets(String text) {
        var snippets = new ArrayList<MailView.Snippet>();
        var links = LINK.matcher(text);
        var from = 0;
        while (links.find()) {
            snippets.add(new MailView.Snippet(text.substring(from, links.start()), false));
            snippets.add(new MailView.Snippet(links.group(), true));
            from = links.end();
        }
        snippets.add(new MailView.Snippet(text.substring(from), false));
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
