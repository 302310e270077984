package org.vedette.standalone.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Parses the files of a mailbox; tolerates mails that violate the standards. */
final class MailParser {

    private static final int MAX_DEPTH = 10;

    private final Session session;

    MailParser() {
        session = Session.getInstance(new Properties());
    }

    ParsedMail read(String id, Path file) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            var message = new MimeMessage(session, in);
            return new ParsedMail(
                    id,
                    Files.getLastModifiedTime(file).toInstant(),
                    headers(message),
                    part(message, "text/plain").orElse(null),
                    part(message, "text/html").orElse(null));
        } catch (MessagingException e) {
            throw new IOException("not a mail: " + file, e);
        }
    }

    private static List<MailHeader> headers(MimeMessage message) throws MessagingException {
        return Collections.list(message.getAllHeaders()).stream()
                .map(header -> new MailHeader(header.getName(), decoded(header)))
                .toList();
    }

    private static String decoded(Header header) {
        var value = MimeUtility.unfold(Optional.ofNullable(header.getValue()).orElse(""));
        try {
            return MimeUtility.decodeText(value);
        } catch (UnsupportedEncodingException e) {
            return value;
        }
    }

    /** A mail whose structure is broken has no parts; its file can still be read. */
    private static Optional<String> part(MimeMessage message, String type) throws IOException {
        try {
            return text(message, type, MAX_DEPTH);
        } catch (MessagingException e) {
            return Optional.empty();
        }
    }

    /** The first part of the type that is not an attachment. */
    private static Optional<String> text(Part part, String type, int depth) throws MessagingException, IOException {
        if (Part.ATTACHMENT.equalsIgnoreCase(disposition(part))) {
            return Optional.empty();
        }
        if (part.isMimeType(type)) {
            return Optional.of(content(part));
        }
        if (depth > 0 && part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            return firstOf(parts, type, depth - 1);
        }
        return Optional.empty();
    }

    private static Optional<String> firstOf(Multipart parts, String type, int depth)
            throws MessagingException, IOException {
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            var found = text(part, type, depth);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static String content(Part part) throws MessagingException, IOException {
        try {
            return String.valueOf(part.getContent());
        } catch (UnsupportedEncodingException e) {
            return new String(part.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private static @Nullable String disposition(Part part) throws MessagingException {
        var disposition = part.getDisposition();
        return disposition == null ? null : disposition.toLowerCase(Locale.ROOT);
    }
}
