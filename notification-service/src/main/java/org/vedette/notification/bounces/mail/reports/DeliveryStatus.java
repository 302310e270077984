package org.vedette.notification.bounces.mail.reports;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vedette.notification.bounces.Diagnosis;
import org.vedette.notification.bounces.Report;
import org.vedette.notification.bounces.Report.Kind;
import org.vedette.notification.bounces.Report.References;
import org.vedette.notification.bounces.StatusCode;
import org.vedette.notification.bounces.mail.reports.ParsedMessage.Fields;

/** The part of a delivery report that is for machines (RFC 3464 §2): one block about the mail, and one for each recipient. */
final class DeliveryStatus {

    /** By the field {@code Action} (RFC 3464 §2.3.3). */
    private static final Map<String, Kind> ACTIONS = Map.of(
            "failed", Kind.FAILURE,
            "delayed", Kind.DELAY,
            "delivered", Kind.SUCCESS,
            "relayed", Kind.SUCCESS,
            "expanded", Kind.SUCCESS);

    private static final List<Kind> WORST_FIRST = List.of(Kind.FAILURE, Kind.DELAY, Kind.SUCCESS);

    private DeliveryStatus() {}

    /** What the worst of the recipients' blocks says; our mails have one recipient. */
    static Report report(List<Fields> blocks, References about) {
        return blocks.stream()
                .filter(DeliveryStatus::isOfARecipient)
                .map(block -> report(block, about))
                .min(Comparator.comparingInt(report -> WORST_FIRST.indexOf(report.kind())))
                .orElseGet(() -> Report.of(Kind.OTHER, about));
    }

    private static boolean isOfARecipient(Fields block) {
        return block.has("Final-Recipient") || block.has("Original-Recipient") || block.has("Action");
    }

    private static Report report(Fields block, References about) {
        var stated = StatusCode.in(block.first("Status")).orElse(StatusCode.UNKNOWN);
        var words = Diagnosis.oneLine(words(block));
        var kind = kind(block, stated);
        return kind == Kind.FAILURE
                ? new Report(kind, withRecipient(about, block), Diagnosis.of(stated, words), words)
                : Report.of(kind, about);
    }

    /** Without an action the class of the status tells (RFC 3463 §2). */
    private static Kind kind(Fields block, StatusCode status) {
        var action = block.first("Action").toLowerCase(Locale.ROOT).split("[^a-z]", 2)[0];
        var known = ACTIONS.get(action);
        if (known != null) {
            return known;
        }
        return switch (status.statusClass()) {
            case 2 -> Kind.SUCCESS;
            case 4 -> Kind.DELAY;
            default -> Kind.FAILURE;
        };
    }

    private static String words(Fields block) {
        var diagnostic = withoutType(block.first("Diagnostic-Code"));
        return diagnostic.isEmpty() ? block.first("Status") : diagnostic;
    }

    /** A recipient who forwards has another final address; the original one is the one that we know. */
    private static References withRecipient(References about, Fields block) {
        var original = withoutType(block.first("Original-Recipient"));
        return about.recipient() != null || original.isEmpty()
                ? about
                : new References(about.addresses(), about.messageId(), original);
    }

    /** Without {@code smtp;}, {@code rfc822;} and the like. */
    private static String withoutType(String value) {
        return value.replaceFirst("^[A-Za-z0-9-]{1,20}\\s*;\\s*", "").strip();
    }
}
