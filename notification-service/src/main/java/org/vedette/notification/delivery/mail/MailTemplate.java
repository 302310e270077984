package org.vedette.notification.delivery.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.vedette.notification.subscribers.EmailAddress;

/**
 * An encoded mail with placeholders for the parts that differ between subscribers. A mail is composed and encoded once;
 * filling in the template copies bytes.
 */
final class MailTemplate {

    /** Stands for the subscriber's link in the parts of a mail; no text that others wrote may contain it. */
    static final String LINK_PLACEHOLDER = "\uE000";

    /** Ends a line of quoted-printable without ending the line it encodes (RFC 2045 §6.7). */
    private static final byte[] SOFT_BREAK = {'=', '\r', '\n'};

    /** Cannot occur in quoted-printable, where {@code =} is followed by a digit or the end of the line. */
    private static final String BOUNDARY = "=_vedette_part";

    private final byte[] headers;
    private final List<byte[]> segments;

    private MailTemplate(byte[] headers, List<byte[]> segments) {
        this.headers = headers;
        this.segments = segments;
    }

    /**
     * Encodes a mail with two alternative parts.
     *
     * @param headers complete header fields, ASCII, except those that {@link #fill} adds
     * @param text the text/plain part, with {@link #LINK_PLACEHOLDER} in place of the subscriber's link
     * @param html the text/html part, with the same placeholder
     */
    static MailTemplate of(String headers, String text, String html) {
        var mime = headers
                + "MIME-Version: 1.0\r\n"
                + "Content-Type: multipart/alternative;\r\n boundary=\"" + BOUNDARY + "\"\r\n";
        var segments = new ArrayList<byte[]>();
        segments.add(ascii("\r\n--" + BOUNDARY + "\r\n" + partHeaders("plain")));
        encodeAround(text, segments);
        appendToLast(segments, ascii("\r\n--" + BOUNDARY + "\r\n" + partHeaders("html")));
        encodeAround(html, segments);
        appendToLast(segments, ascii("\r\n--" + BOUNDARY + "--\r\n"));
        return new MailTemplate(ascii(mime), segments);
    }

    /** The mail for one subscriber. */
    byte[] fill(EmailAddress to, String messageId, String moreHeaders, String link) {
        var mail = new ByteArrayOutputStream(headers.length + 2 * size());
        mail.writeBytes(headers);
        mail.writeBytes(ascii("To: " + to.value() + "\r\nMessage-ID: <" + messageId + ">\r\n" + moreHeaders));
        var encodedLink = quotedPrintable(link);
        for (var i = 0; i < segments.size(); i++) {
            if (i > 0) {
                mail.writeBytes(SOFT_BREAK);
                mail.writeBytes(encodedLink);
                mail.writeBytes(SOFT_BREAK);
            }
            mail.writeBytes(segments.get(i));
        }
        return mail.toByteArray();
    }

    private int size() {
        return segments.stream().mapToInt(segment -> segment.length).sum();
    }

    private static String partHeaders(String subtype) {
        return "Content-Type: text/" + subtype + "; charset=UTF-8\r\n"
                + "Content-Transfer-Encoding: quoted-printable\r\n\r\n";
    }

    private static void encodeAround(String part, List<byte[]> segments) {
        var texts = part.split(LINK_PLACEHOLDER, -1);
        appendToLast(segments, quotedPrintable(texts[0]));
        for (var i = 1; i < texts.length; i++) {
            segments.add(quotedPrintable(texts[i]));
        }
    }

    private static void appendToLast(List<byte[]> segments, byte[] more) {
        var joined = new ByteArrayOutputStream();
        var last = segments.size() - 1;
        joined.writeBytes(segments.get(last));
        joined.writeBytes(more);
        segments.set(last, joined.toByteArray());
    }

    private static byte[] quotedPrintable(String text) {
        try {
            var bytes = new ByteArrayOutputStream();
            try (var encoder = MimeUtility.encode(bytes, "quoted-printable")) {
                encoder.write(text.getBytes(StandardCharsets.UTF_8));
            }
            return bytes.toByteArray();
        } catch (IOException | MessagingException impossible) {
            throw new IllegalStateException("every mail library encodes quoted-printable", impossible);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
