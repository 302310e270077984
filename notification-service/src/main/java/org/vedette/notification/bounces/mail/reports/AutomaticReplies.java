package org.vedette.notification.bounces.mail.reports;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.vedette.notification.bounces.mail.reports.ParsedMessage.Fields;

/** Tells the replies that programs send for people (RFC 3834 §5), most of which say it in fields of their own. */
final class AutomaticReplies {

    private static final List<String> MARKS =
            List.of("X-Autoreply", "X-Autorespond", "X-AutoReply-From", "X-Mail-Autoreply", "X-Vacation");

    private static final Set<String> PRECEDENCES = Set.of("auto_reply", "auto-reply");

    private static final Pattern SUBJECT = Pattern.compile(
            "^\\s{0,5}(?:auto(?:matic)?[ -]?(?:reply|response)|out of (?:the )?office|away from|abwesen|automatische"
                    + " antwort|réponse automatique|absence du bureau|respuesta automática|risposta automatica|automatiskt"
                    + " svar)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private AutomaticReplies() {}

    /** Whether a message with these fields is one. */
    static boolean isReply(Fields fields) {
        return isMarked(fields) || SUBJECT.matcher(fields.first("Subject")).find();
    }

    /** Whether a message says that it is one, or has the null sender of a report. What its subject says may be ours. */
    static boolean isMarked(Fields fields) {
        return fields.begins("Auto-Submitted", "auto-replied")
                || MARKS.stream().anyMatch(fields::has)
                || PRECEDENCES.contains(fields.first("Precedence").toLowerCase(Locale.ROOT))
                || fields.first("Return-Path").equals("<>");
    }
}
