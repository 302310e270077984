package org.vedette.notification.bounces.mail.reports;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.bounces.Diagnosis;
import org.vedette.notification.bounces.Report;
import org.vedette.notification.bounces.Report.Kind;
import org.vedette.notification.bounces.Report.References;
import org.vedette.notification.bounces.StatusCode;
import org.vedette.notification.bounces.mail.reports.ParsedMessage.Fields;

/**
 * A report that only people are meant to read. Its own words end where it quotes the mail, whose words say nothing.
 *
 * @param kind a failure or a delay
 * @param words what the server said
 * @param returned the header fields of the mail that it quotes; empty when it quotes none
 */
record PlainNotice(Kind kind, String words, Fields returned) {

    private static final Pattern SENDER = Pattern.compile(
            "(?i)mailer-daemon|postmaster|mail delivery (?:sub)?system|mail administrator|microsoftexchange");

    private static final Pattern SUBJECT = Pattern.compile(
            "(?i)undeliver|delivery (?:status )?notification|delivery (?:has )?fail|failure notice|returned mail"
                    + "|mail delivery failed|non[- ]?deliver|could not be delivered|unzustellbar|non remis|returned to sender"
                    + "|delivery (?:delay|incomplete)|warning: (?:could not send|message)");

    /** How notices of widespread programs begin, whoever they come from. */
    private static final Pattern OPENING = Pattern.compile(
            "(?i)this is the (?:mail system at host|qmail-send program)|created automatically by mail delivery software"
                    + "|this is an automatically generated delivery status|the original message was received at"
                    + "|(?:your message )?did(?: not|n't) reach (?:some or all|the following)"
                    + "|could not be delivered to (?:one or more|the following)|delivery (?:to the following|has failed to)"
                    + "|i'm (?:sorry|afraid).{0,80}(?:deliver|have to inform)");

    private static final Pattern DELAY = Pattern.compile(
            "(?i)(?:has been|is) delayed|will (?:keep|continue) (?:on )?trying|still trying|will be retried"
                    + "|no action is required|not (?:yet )?been delivered (?:yet|after)|this is a warning (?:message )?only");

    /** Where the copy of the mail begins. */
    private static final Pattern COPY =
            Pattern.compile("(?im)^[ \\t]{0,20}(?:-{2,80}[ \\t]{0,20})?(?:below this line is a copy|this is a copy of"
                    + "|(?:the )?(?:original|returned|undelivered) (?:message|mail)(?: (?:headers?|follows))?\\s*[-:]"
                    + "|(?:the )?headers? (?:of the|from the|and)|message headers? follow|original message (?:headers?|text)"
                    + "|(?:forwarded|unsent) (?:message|mail)[ \\t]{0,20}-)"
                    + "|^(?:return-path: ?<|received: ?(?:from|by|\\()|dkim-signature: )");

    private static final Pattern LINE_OF_A_FIELD = Pattern.compile("(?m)^[A-Za-z][A-Za-z0-9-]*:[ \\t]");

    /** A line that quotes what a server said: it has a reply code, or an enhanced status code. */
    private static final Pattern SAID =
            Pattern.compile("(?<![\\d.])(?:[45]\\d\\d[ -]|#?[45]\\.\\d{1,3}\\.\\d{1,3}(?!\\.?\\d))");

    private static final int LINES_AFTER = 2;

    /** What a message says to people; null when it is no report. */
    static @Nullable PlainNotice of(ParsedMessage message) {
        var text = text(message);
        var copy = COPY.matcher(text);
        var own = copy.find() ? text.substring(0, copy.start()) : text;
        if (!isNotice(message, own)) {
            return null;
        }
        var returned = own.length() < text.length() ? returned(text.substring(own.length())) : new Fields();
        var kind = DELAY.matcher(own).find() ? Kind.DELAY : Kind.FAILURE;
        return new PlainNotice(kind, Diagnosis.oneLine(quoted(message, own)), returned);
    }

    private static String text(ParsedMessage message) {
        var plain = message.textOf("text/plain");
        return plain != null ? plain : HtmlText.of(Objects.requireNonNullElse(message.textOf("text/html"), ""));
    }

    Report report(References about) {
        return kind == Kind.FAILURE
                ? new Report(kind, about, Diagnosis.of(StatusCode.UNKNOWN, words), words)
                : Report.of(kind, about);
    }

    private static boolean isNotice(ParsedMessage message, String own) {
        var fields = message.fields();
        return fields.has("X-Failed-Recipients")
                || OPENING.matcher(own).find()
                || (SENDER.matcher(fields.first("From")).find()
                        && SUBJECT.matcher(fields.first("Subject")).find());
    }

    /** The lines from the first one that quotes a server on, or else all of them. */
    private static String quoted(ParsedMessage message, String own) {
        var lines = own.replace("\r\n", "\n").split("\n", -1);
        for (var i = 0; i < lines.length; i++) {
            if (SAID.matcher(lines[i]).find()) {
                return String.join(" ", List.of(lines).subList(i, Math.min(lines.length, i + 1 + LINES_AFTER)));
            }
        }
        return own.isBlank() ? message.fields().first("Subject") : withoutOpening(own);
    }

    /** Most programs apologize in the first paragraph, and give the reason after it. */
    private static String withoutOpening(String own) {
        var paragraphs = own.strip().replace("\r\n", "\n").split("\n\\s*\n", 2);
        return paragraphs.length < 2 ? own : paragraphs[1];
    }

    /** The header of the copy begins with the first line that is a field. */
    private static Fields returned(String copy) {
        var field = LINE_OF_A_FIELD.matcher(copy);
        return field.find() ? FieldBlocks.header(copy.substring(field.start())) : new Fields();
    }
}
