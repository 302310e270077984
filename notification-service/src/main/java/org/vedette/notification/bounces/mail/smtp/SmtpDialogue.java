package org.vedette.notification.bounces.mail.smtp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vedette.starter.ThreadConfined;

/**
 * The server's side of one SMTP connection (RFC 5321) that takes reports and nothing else: a recipient is a return path of
 * ours, or is refused. Nothing is ever relayed, and nothing is answered by mail.
 */
@ThreadConfined("one thread after the other: what a client sends is processed in order")
final class SmtpDialogue {

    private static final int MOST_RECIPIENTS = 10;
    private static final int MOST_ERRORS = 10;
    private static final int MOST_MESSAGES = 1_000;
    private static final Pattern MAIL =
            Pattern.compile("FROM:\\s*<([^<>]{0,512})>((?: +[!-~]+)*) *", Pattern.CASE_INSENSITIVE);
    private static final Pattern RCPT =
            Pattern.compile("TO:\\s*<(?:@[^<>:]{1,255}:)?([^<>]{1,512})>(?: +[!-~]+)* *", Pattern.CASE_INSENSITIVE);
    private static final Pattern SIZE = Pattern.compile("\\bSIZE=(\\d{1,18})\\b", Pattern.CASE_INSENSITIVE);

    private final String hostname;
    private final Predicate<String> isReturnPath;
    private final long largest;
    private final SmtpInput input;
    private final List<String> recipients = new ArrayList<>();
    private boolean greeted;
    private boolean hasSender;
    private boolean over;
    private int errors;
    private int messages;

    /** What the server does next. */
    sealed interface Step {

        /** Sends a reply, and closes the connection after it or not. */
        record Say(String reply, boolean last) implements Step {}

        /** Applies a message; the reply says whether that worked. */
        final class Take implements Step {

            private final byte[] message;
            private final List<String> recipients;

            Take(byte[] message, List<String> recipients) {
                this.message = message;
                this.recipients = List.copyOf(recipients);
            }

            byte[] message() {
                return message;
            }

            List<String> recipients() {
                return recipients;
            }
        }
    }

    /**
     * A dialogue that has not begun.
     *
     * @param isReturnPath whether an address is a valid return path
     * @param largest largest message in bytes
     */
    SmtpDialogue(String hostname, Predicate<String> isReturnPath, long largest) {
        this.hostname = hostname;
        this.isReturnPath = isReturnPath;
        this.largest = largest;
        this.input = new SmtpInput(largest);
    }

    Step greeting() {
        return respond("220 " + hostname + " ESMTP, for reports only");
    }

    /** What follows from some more bytes. After the last step nothing does. */
    List<Step> accept(byte[] bytes) {
        var steps = new ArrayList<Step>();
        for (var next : bytes) {
            if (over) {
                break;
            }
            var event = input.accept(next);
            if (event != null) {
                add(steps, event);
            }
        }
        return steps;
    }

    private void add(List<Step> steps, SmtpInput.Event event) {
        var step = react(event);
        over = step instanceof Step.Say respond && respond.last();
        steps.add(step);
    }

    private Step react(SmtpInput.Event event) {
        if (event instanceof SmtpInput.Event.Command command) {
            return command(command.line());
        }
        if (event instanceof SmtpInput.Event.Message message) {
            return message(message.content());
        }
        return event instanceof SmtpInput.Event.BareLineEnd
                ? new Step.Say("521 5.5.2 " + hostname + " takes lines that end in CR LF only", true)
                : new Step.Say("500 5.5.6 the line is too long", true);
    }

    private Step message(byte @Nullable [] content) {
        var sentTo = List.copyOf(recipients);
        reset();
        messages++;
        return content == null ? respond(tooLarge()) : new Step.Take(content, sentTo);
    }

    private Step command(String line) {
        var words = line.split(" ", 2);
        var rest = words.length > 1 ? words[1].strip() : "";
        return switch (words[0].strip().toUpperCase(Locale.ROOT)) {
            case "EHLO" ->
                greet("250-" + hostname + "\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-ENHANCEDSTATUSCODES\r\n250 SIZE "
                        + largest);
            case "HELO" -> greet("250 " + hostname);
            case "MAIL" -> mail(rest);
            case "RCPT" -> rcpt(rest);
            case "DATA" -> data();
            case "RSET" -> {
                reset();
                yield respond("250 2.0.0 ok");
            }
            case "NOOP" -> respond("250 2.0.0 ok");
            case "VRFY" -> respond("252 2.1.5 send a report, and see");
            case "QUIT" -> new Step.Say("221 2.0.0 bye", true);
            default -> refuse("502 5.5.1 no such command here");
        };
    }

    private Step greet(String reply) {
        reset();
        greeted = true;
        return respond(reply);
    }

    private Step mail(String rest) {
        var sender = MAIL.matcher(rest);
        if (!greeted) {
            return refuse("503 5.5.1 say EHLO first");
        }
        if (hasSender) {
            return refuse("503 5.5.1 one sender is enough");
        }
        if (!sender.matches()) {
            return refuse("501 5.5.4 say MAIL FROM:<>");
        }
        var size = SIZE.matcher(sender.group(2));
        if (size.find() && Long.parseLong(size.group(1)) > largest) {
            return respond(tooLarge());
        }
        if (messages >= MOST_MESSAGES) {
            return new Step.Say("421 4.7.0 enough for one connection", true);
        }
        hasSender = true;
        return respond("250 2.1.0 ok");
    }

    private Step rcpt(String rest) {
        var recipient = RCPT.matcher(rest);
        if (!hasSender) {
            return refuse("503 5.5.1 say MAIL first");
        }
        if (!recipient.matches()) {
            return refuse("501 5.5.4 say RCPT TO:<address>");
        }
        if (recipients.size() >= MOST_RECIPIENTS) {
            return refuse("452 4.5.3 too many recipients");
        }
        if (!isReturnPath.test(recipient.group(1))) {
            return refuse("550 5.1.1 no such mailbox");
        }
        recipients.add(recipient.group(1));
        return respond("250 2.1.5 ok");
    }

    private Step data() {
        if (recipients.isEmpty()) {
            return refuse("503 5.5.1 say RCPT first");
        }
        input.beginData();
        return respond("354 end with a line that is a dot");
    }

    private void reset() {
        hasSender = false;
        recipients.clear();
    }

    /** A client that is wrong again and again is not worth a connection. */
    private Step refuse(String reply) {
        return ++errors >= MOST_ERRORS ? new Step.Say("421 4.7.0 too many errors", true) : respond(reply);
    }

    private String tooLarge() {
        return "552 5.3.4 more than " + largest + " bytes are not taken";
    }

    private static Step respond(String reply) {
        return new Step.Say(reply, false);
    }
}
