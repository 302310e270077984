package org.vedette.acceptance;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The mails that one address got, as the mail server took them. */
record Inbox(Path caughtMails, String address) {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"<>]+");

    List<Mail> mails() {
        try (var files = Files.list(caughtMails)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .map(Inbox::read)
                    .filter(mail -> mail.isTo(address))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Mail> about(String title) {
        return mails().stream().filter(mail -> mail.subject().contains(title)).toList();
    }

    private static Mail read(Path file) {
        try (var bytes = Files.newInputStream(file)) {
            return new Mail(new MimeMessage(null, bytes));
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException("not a mail: " + file, e);
        }
    }

    /** One mail. */
    record Mail(MimeMessage message) {

        String subject() {
            return get(message::getSubject);
        }

        String messageId() {
            return get(message::getMessageID);
        }

        String header(String name) {
            return String.join(" ", get(() -> message.getHeader(name)));
        }

        boolean isTo(String address) {
            return header("To").contains(address);
        }

        String text() {
            return get(() -> parts(message, "text/plain"));
        }

        String html() {
            return get(() -> parts(message, "text/html"));
        }

        URI linkTo(String path) {
            return LINK.matcher(text())
                    .results()
                    .map(link -> URI.create(link.group()))
                    .filter(link -> link.getPath().startsWith(path))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no link to " + path + " in: " + text()));
        }

        URI oneClickLink() {
            return URI.create(header("List-Unsubscribe").replaceAll("^.*<(https?:[^>]+)>.*$", "$1"));
        }

        private static String parts(Part part, String type) throws MessagingException, IOException {
            if (part.isMimeType(type)) {
                return (String) part.getContent();
            }
            if (!(part.getContent() instanceof Multipart multipart)) {
                return "";
            }
            var found = new StringBuilder();
            for (BodyPart inner : bodies(multipart)) {
                found.append(parts(inner, type));
            }
            return found.toString();
        }

        private static List<BodyPart> bodies(Multipart multipart) throws MessagingException {
            var bodies = new ArrayList<BodyPart>();
            for (var i = 0; i < multipart.getCount(); i++) {
                bodies.add(multipart.getBodyPart(i));
            }
            return bodies;
        }

        private static <T> T get(Reading<T> reading) {
            try {
                return reading.read();
            } catch (MessagingException | IOException e) {
                throw new IllegalStateException("a mail that cannot be read", e);
            }
        }

        private interface Reading<T> {
            T read() throws MessagingException, IOException;
        }
    }
}
