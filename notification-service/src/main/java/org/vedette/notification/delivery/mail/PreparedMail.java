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
 * A mail as ASCII bytes with gaps for what differs from one subscriber to the next, so that all the composing and
 * encoding is done once and a copy is little more than copying.
 */
final class PreparedMail {

    /** Stands for the subscriber's own link in the parts of a mail; no text that others wrote may contain it. */
    static final String LINK = "\uE000";

    /** Ends a line of quoted-printable without ending the line it encodes (RFC 2045 §6.7). */
    private static final byte[] SOFT_BREAK = {'=', '\r', '\n'};

    /** Cannot occur in quoted-printable, where {@code =} is followed by a digit or the end of the line. */
    private static final String BOUNDARY = "=_vedette_part";

    private final byte[] headers;
    private final List<byte[]> body;

    private PreparedMail(byte[] headers, List<byte[]> body) {
        this.headers = headers;
        this.body = body;
    }

    /**
     * Composes a mail with two alternatives.
     *
     * @param headers complete header fields, ASCII, save those of {@link #copy}
     * @param text the written part, with {@link #LINK} where the subscriber's link belongs
     * @param html the same for readers who want it designed
     */
    static PreparedMail of(String headers, String text, String html) {
        var mime = headers
                + "MIME-Version: 1.0\r\n"
                + "Content-Type: multipart/alternative;\r\n boundary=\"" + BOUNDARY + "\"\r\n";
        var body = new ArrayList<byte[]>();
        body.add(ascii("\r\n--" + BOUNDARY + "\r\n" + partHeaders("plain")));
        encodeAround(text, body);
        appendToLast(body, ascii("\r\n--" + BOUNDARY + "\r\n" + partHeaders("html")));
        encodeAround(html, body);
        appendToLast(body, ascii("\r\n--" + BOUNDARY + "--\r\n"));
        return new PreparedMail(ascii(mime), body);
    }

    /** The mail for one subscriber. */
    byte[] copy(EmailAddress to, String messageId, String moreHeaders, String link) {
        var copy = new ByteArrayOutputStream(headers.length + 2 * size());
        copy.writeBytes(headers);
        copy.writeBytes(ascii("To: " + to.value() + "\r\nMessage-ID: <" + messageId + ">\r\n" + moreHeaders));
        var encodedLink = quotedPrintable(link);
        for (var i = 0; i < body.size(); i++) {
            if (i > 0) {
                copy.writeBytes(SOFT_BREAK);
                copy.writeBytes(encodedLink);
                copy.writeBytes(SOFT_BREAK);
            }
            copy.writeBytes(body.get(i));
        }
        return copy.toByteArray();
    }

    private int size() {
        return body.stream().mapToInt(piece -> piece.length).sum();
    }

    private static String partHeaders(String subtype) {
        return "Content-Type: text/" + subtype + "; charset=UTF-8\r\n"
                + "Content-Transfer-Encoding: quoted-printable\r\n\r\n";
    }

    private static void encodeAround(String part, List<byte[]> body) {
        var pieces = part.split(LINK, -1);
        appendToLast(body, quotedPrintable(pieces[0]));
        for (var i = 1; i < pieces.length; i++) {
            body.add(quotedPrintable(pieces[i]));
        }
    }

    private static void appendToLast(List<byte[]> body, byte[] more) {
        var joined = new ByteArrayOutputStream();
        var last = body.size() - 1;
        joined.writeBytes(body.get(last));
        joined.writeBytes(more);
        body.set(last, joined.toByteArray());
    }

    private static byte[] quotedPrintable(String text) {
        try {
            var bytes = new ByteArrayOutputStream();
            try (var encoder = MimeUtility.encode(bytes, "quoted-printable")) {
                encoder.write(text.getBytes(StandardCharsets.UTF_8));
            }
            return bytes.toByteArray();
        } catch (IOException | MessagingException impossible) {
            throw new IllegalStateException("quoted-printable is always there", impossible);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
