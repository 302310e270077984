package org.vedette.notification.delivery.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.vedette.notification.delivery.dkim.Canonicalization;
import org.vedette.notification.delivery.dkim.DkimSigner;
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

    private static final int CRLF = 2;

    private final String headers;
    private final List<byte[]> segments;

    /** As signatures see them. */
    private final List<byte[]> canonicalSegments;

    private MailTemplate(String headers, List<byte[]> segments) {
        this.headers = headers;
        this.segments = segments;
        this.canonicalSegments = canonical(segments);
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
        return new MailTemplate(mime, segments);
    }

    /** The mail for one subscriber. */
    byte[] fill(EmailAddress to, String messageId, String moreHeaders, String link, DkimSigner signer) {
        var encodedLink = quotedPrintable(link);
        var fields = headers + "To: " + to.value() + "\r\nMessage-ID: <" + messageId + ">\r\n" + moreHeaders;
        var signatures = signer.isActive() ? signer.sign(fields, bodyHash(encodedLink)) : "";
        var mail = new ByteArrayOutputStream(signatures.length() + fields.length() + size(encodedLink));
        mail.writeBytes(ascii(signatures + fields));
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

    private int size(byte[] encodedLink) {
        return segments.stream()
                .mapToInt(segment -> segment.length + encodedLink.length + 2 * SOFT_BREAK.length)
                .sum();
    }

    private byte[] bodyHash(byte[] encodedLink) {
        var digest = DkimSigner.sha256();
        for (var i = 0; i < canonicalSegments.size(); i++) {
            if (i > 0) {
                digest.update(SOFT_BREAK);
                digest.update(encodedLink);
                digest.update(SOFT_BREAK);
            }
            digest.update(canonicalSegments.get(i));
        }
        return digest.digest();
    }

    /** The links between them have nothing that their canonical form lacks. */
    private static List<byte[]> canonical(List<byte[]> segments) {
        var last = segments.size() - 1;
        return IntStream.rangeClosed(0, last)
                .mapToObj(i -> Canonicalization.bodyPart(
                        i == 0 ? withoutSeparator(segments.get(0)) : segments.get(i), i == last))
                .toList();
    }

    /** The first segment begins with the empty line that ends the headers. */
    private static byte[] withoutSeparator(byte[] segment) {
        return Arrays.copyOfRange(segment, CRLF, segment.length);
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
