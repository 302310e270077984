package org.vedette.notification.delivery.mail;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vedette.notification.delivery.mail.request.RequestMailView;

/** Renders the text/plain parts of mails. They are written as text, not derived from the HTML. */
@Component
class PlainTextRenderer {

    private static final int LINE = 72;

    private static final String ALERT = """
            %s

            %s
            %s

            %s

            Read it: %s

            --\s
            You get this because you subscribed to %s.
            Unsubscribe, on a page that asks you to confirm: %s
            Choose what you get, and how often: %s
            %s%s
            """;

    String alert(AlertMailView mail) {
        return ALERT.formatted(
                mail.kicker(),
                wrap(mail.title().text()),
                wrap(mail.credits()),
                wrap(mail.summary().text()),
                mail.post(),
                mail.siteTitle(),
                mail.unsubscribe(),
                mail.preferences(),
                lines(mail.legalPages()) + line(mail.postalAddress()),
                mail.marking());
    }

    String digest(DigestMailView mail) {
        return """
                %s

                %s
                --\s
                You get this because you subscribed to digests of %s.
                Unsubscribe, on a page that asks you to confirm: %s
                Choose what you get, and how often: %s
                %sTLP:CLEAR
                """.formatted(
                mail.kicker(),
                mail.sections().stream().map(PlainTextRenderer::section).collect(Collectors.joining()) + more(mail),
                mail.siteTitle(),
                mail.unsubscribe(),
                mail.preferences(),
                lines(mail.legalPages()) + line(mail.postalAddress()));
    }

    private static String section(DigestMailView.Section section) {
        var title = wrap(section.title());
        return title + "\n" + "=".repeat(Math.min(LINE, section.title().length())) + "\n\n"
                + section.posts().stream().map(PlainTextRenderer::post).collect(Collectors.joining());
    }

    private static String post(DigestMailView.Post post) {
        return wrap(post.title().text()) + "\n"
                + wrap(post.credits()) + "\n"
                + wrap(post.summary().text()) + "\n"
                + post.url() + "\n\n";
    }

    String request(RequestMailView mail) {
        return """
                %s

                %s: %s

                %s

                --\s
                %s%s
                %s
                """.formatted(
                        wrap(mail.reason()),
                        mail.action(),
                        mail.link(),
                        wrap(mail.otherwise()),
                        mail.legalPages().stream()
                                        .map(page -> page.text() + ": " + page.path() + "\n")
                                        .collect(Collectors.joining())
                                + line(mail.postalAddress()),
                        mail.siteTitle(),
                        mail.baseUrl());
    }

    String confirmation(ConfirmationMailView mail) {
        return """
                Somebody, hopefully you, asked for %s
                to be sent to this address. Confirm it here:

                %s

                The link works for %s. If it was not you, do nothing:
                without a confirmation nothing is sent.

                --\s
                %s%s
                %s
                """.formatted(
                        mail.siteTitle(),
                        mail.confirm(),
                        mail.validity(),
                        lines(mail.legalPages()) + line(mail.postalAddress()),
                        mail.siteTitle(),
                        mail.baseUrl());
    }

    private static String more(DigestMailView mail) {
        return mail.more() == 0 ? "" : "And " + mail.more() + " more: " + mail.site() + "\n\n";
    }

    private static String line(@Nullable String text) {
        return text == null ? "" : wrap(text) + "\n";
    }

    private static String lines(List<AlertMailView.FooterLink> links) {
        return links.stream()
                .map(link -> link.text() + ": " + link.url() + "\n")
                .collect(Collectors.joining());
    }

    private static String wrap(String text) {
        var wrapped = new StringBuilder();
        var column = 0;
        for (var word : text.split(" ", -1)) {
            if (column > 0 && column + 1 + word.length() > LINE) {
                wrapped.append('\n');
                column = 0;
            } else if (column > 0) {
                wrapped.append(' ');
                column++;
            }
            wrapped.append(word);
            column += word.length();
        }
        return wrapped.toString();
    }
}
