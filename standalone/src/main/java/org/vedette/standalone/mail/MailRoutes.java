package org.vedette.standalone.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Maps the addresses of the mail page to their responses. */
final class MailRoutes {

    private static final int SHOWN = 200;
    private static final Pattern MAIL = Pattern.compile("/mails/([0-9TZ-]+)(|\\.html|\\.eml)");

    private final Mailbox mailbox;
    private final MailParser reader;
    private final MailPageRenderer views;

    MailRoutes(Mailbox mailbox, MailParser reader, MailPageRenderer views) {
        this.mailbox = mailbox;
        this.reader = reader;
        this.views = views;
    }

    PageResponse response(String path) throws IOException {
        return switch (path) {
            case "/" ->
                PageResponse.page(200, views.list(newest(), mailbox.ids().size()));
            case "/mails.json" -> PageResponse.file("application/json", views.json(newest()));
            case "/assets/vedette.css" -> asset("/static/assets/vedette.css", "text/css; charset=utf-8");
            case "/assets/vedette.svg" -> asset("/static/assets/vedette.svg", "image/svg+xml");
            case "/assets/mail.css" -> asset("/org/vedette/standalone/mail.css", "text/css; charset=utf-8");
            default -> mail(path).orElseGet(() -> PageResponse.page(404, views.notFound()));
        };
    }

    private Optional<PageResponse> mail(String path) throws IOException {
        var parts = MAIL.matcher(path);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var file = mailbox.file(parts.group(1));
        if (file.isEmpty()) {
            return Optional.empty();
        }
        if (parts.group(2).equals(".eml")) {
            return Optional.of(PageResponse.file("message/rfc822", Files.readAllBytes(file.get())));
        }
        var mail = reader.read(parts.group(1), file.get());
        return parts.group(2).isEmpty()
                ? Optional.of(PageResponse.page(200, views.mail(mail)))
                : Optional.ofNullable(mail.html())
                        .map(MailHtml::openLinksInNewTab)
                        .map(PageResponse::mailHtml);
    }

    private List<ParsedMail> newest() throws IOException {
        var mails = new ArrayList<ParsedMail>();
        for (var id : mailbox.ids().stream().limit(SHOWN).toList()) {
            var file = mailbox.file(id);
            if (file.isPresent()) {
                mails.add(reader.read(id, file.get()));
            }
        }
        return mails;
    }

    private static PageResponse asset(String resource, String type) throws IOException {
        try (var in = MailRoutes.class.getResourceAsStream(resource)) {
            return in == null ? PageResponse.line(404, "No such asset.") : PageResponse.file(type, in.readAllBytes());
        }
    }
}
