package org.vedette.notification.bounces.mail.reports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vedette.notification.bounces.Report;
import org.vedette.notification.bounces.Report.Kind;
import org.vedette.notification.bounces.Report.References;
import org.vedette.notification.bounces.ReportReader;
import org.vedette.notification.bounces.StatusCode;
import org.vedette.notification.bounces.mail.reports.ParsedMessage.Fields;

/** Reads delivery reports with and without a part for machines, reports of complaints, and automatic replies. */
@Component
class MimeReportReader implements ReportReader {

    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s<>\",;:()\\[\\]@]{1,64}@[^\\s<>\",;:()\\[\\]@]{1,255}");
    private static final Pattern MESSAGE_ID = Pattern.compile("<([^<>\\s@]{1,400}@[^<>\\s@]{1,255})>");
    private static final int MOST_ADDRESSES = 50;
    private static final int ID_BYTES = 16;

    /** Fields that name the recipient of the envelope, each by some mail server. */
    private static final List<String> RECIPIENTS = List.of(
            "Delivered-To",
            "X-Original-To",
            "Envelope-To",
            "X-Envelope-To",
            "X-Delivered-To",
            "Original-Recipient",
            "To");

    @Override
    public Report read(byte[] message) {
        var parsed = MessageParser.parse(message);
        return report(parsed).identifiedBy(id(parsed.fields().first("Message-ID"), message));
    }

    /** A copy that took another way has other trace fields, but the same Message-ID (RFC 5322 §3.6.4). */
    private static String id(String messageId, byte[] message) {
        var identity = messageId.isBlank() ? message : messageId.strip().getBytes(StandardCharsets.UTF_8);
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(identity);
            return HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static Report report(ParsedMessage message) {
        if (AutomaticReplies.isMarked(message.returned())) {
            return Report.of(Kind.LOOP, references(message, message.returned(), List.of()));
        }
        var feedback = message.textOf("message/feedback-report");
        if (feedback != null) {
            return complaint(message, FieldBlocks.header(feedback));
        }
        var status = message.textOf("message/delivery-status", "message/global-delivery-status");
        if (status != null) {
            return DeliveryStatus.report(FieldBlocks.of(status), references(message, message.returned(), List.of()));
        }
        return withoutMachinePart(message);
    }

    /** Shapes of reports are looked for first: mail servers mark their own reports as automatic replies as well. */
    private static Report withoutMachinePart(ParsedMessage message) {
        var notice = PlainNotice.of(message);
        if (notice == null) {
            return Report.of(
                    AutomaticReplies.isReply(message.fields()) ? Kind.AUTO_REPLY : Kind.OTHER,
                    references(message, message.returned(), List.of()));
        }
        var returned = message.returned().isEmpty() ? notice.returned() : message.returned();
        return AutomaticReplies.isMarked(returned)
                ? Report.of(Kind.LOOP, references(message, returned, List.of()))
                : notice.report(references(message, returned, List.of()));
    }

    private static Report complaint(ParsedMessage message, Fields feedback) {
        var type = feedback.first("Feedback-Type").strip().toLowerCase(Locale.ROOT);
        var about = references(
                message,
                message.returned(),
                Stream.concat(feedback.all("Original-Mail-From").stream(), feedback.all("Original-Rcpt-To").stream())
                        .toList());
        return new Report(FeedbackTypes.kind(type), about, StatusCode.UNKNOWN, type);
    }

    private static References references(ParsedMessage message, Fields returned, List<String> more) {
        var values = new ArrayList<String>(more);
        RECIPIENTS.forEach(name -> values.addAll(message.fields().all(name)));
        values.addAll(returned.all("Return-Path"));
        values.addAll(returned.all("X-Return-Path"));
        var addresses = values.stream()
                .flatMap(value -> ADDRESS.matcher(value).results())
                .map(match -> match.group())
                .limit(MOST_ADDRESSES)
                .toList();
        return new References(addresses, messageId(returned), firstAddress(returned.first("To")));
    }

    private static @Nullable String messageId(Fields returned) {
        var id = MESSAGE_ID.matcher(returned.first("Message-ID"));
        return id.find() ? id.group(1) : null;
    }

    private static @Nullable String firstAddress(String value) {
        var address = ADDRESS.matcher(value);
        return address.find() ? address.group() : null;
    }
}
