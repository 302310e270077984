package org.vedette.standalone.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is found at which address of the mail page. */
final class MailRoutes {

    private static final int SHOWN = 200;
    private static final Pattern MAIL = Pattern.compile("/mails/([0-9TZ-]+)(|\\.html|\\.eml)");

    private final Mailbox mailbox;
    private final MailReader reader;
    private final MailViews views;

    MailRoutes(Mailbox mailbox, MailReader reader, MailViews views) {
        this.mailbox = mailbox;
        this.reader = reader;
        this.views = views;
    }

    Reply reply(String path) throws IOException {
        return switch (path) {
            case "/" -> Reply.page(200, views.list(newest(), mailbox.ids().size()));
            case "/mails.json" -> Reply.file("application/json", views.json(newest()));
            case "/assets/vedette.css" -> asset("/static/assets/vedette.css", "text/css; charset=utf-8");
            case "/assets/vedette.svg" -> asset("/static/assets/vedette.svg", "image/svg+xml");
            case "/assets/mail.css" -> asset("/org/vedette/standalone/mail.css", "text/css; charset=utf-8");
            default -> mail(path).orElseGet(() -> Reply.page(404, views.notFound()));
        };
    }

    private Optional<Reply> mail(String path) throws IOException {
        var parts = MAIL.matcher(path);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var file = mailbox.file(parts.group(1));
        if (file.isEmpty()) {
            return Optional.empty();
        }
        if (parts.group(2).equals(".eml")) {
            return Optional.of(Reply.file("message/rfc822", Files.readAllBytes(file.get())));
        }
        var mail = reader.read(parts.group(1), file.get());
        return parts.group(2).isEmpty()
                ? Optional.of(Reply.page(200, views.mail(mail)))
                : Optional.ofNullable(mail.html())
                        .map(ForeignHtml::opensLinksElsewhere)
                        .map(Reply::foreignHtml);
    }

    private List<CaughtMail> newest() throws IOException {
        var mails = new ArrayList<CaughtMail>();
        for (var id : mailbox.ids().stream().limit(SHOWN).toList()) {
            var file = mailbox.file(id);
            if (file.isPresent()) {
                mails.add(reader.read(id, file.get()));
            }
        }
        return mails;
    }

    private static Reply asset(String resource, String type) throws IOException {
        try (var in = MailRoutes.class.getResourceAsStream(resource)) {
            return in == null ? Reply.line(404, "No such asset.") : Reply.file(type, in.readAllBytes());
        }
    }
}
