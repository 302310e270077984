package org.vedette.notification.bounces;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds out what a failure means. Servers that report {@code 5.0.0} say more in the reply that they quote, and some quote no
 * enhanced status code at all, but a reply code (RFC 5321 §4.2) and words that hardly differ.
 */
public final class Diagnosis {

    private static final int LONGEST = 400;

    /** A reply code in front of words, and no part of a longer number. */
    private static final Pattern REPLY = Pattern.compile("(?<![\\d.:-])([45]\\d\\d)(?:[ -]|$)(?!\\d{4})");

    private static final List<Map.Entry<Pattern, StatusCode>> WORDS = List.of(
            words("quota|mailbox (?:is )?full|over ?quota|insufficient (?:disk|storage)|out of storage", 2, 2),
            words("blocked|black ?list|spam|reputation|policy|not authori[sz]ed|rejected for|dmarc|spf ", 7, 1),
            words("(?:disabled|inactive|suspended|deactivated|expired)", 2, 1),
            words(
                    "(?:user|recipient|mailbox|address|account)\\S* (?:is )?(?:unknown|not"
                            + " found|unavailable|rejected|invalid)|unknown"
                            + " (?:user|recipient|local|address|mailbox|account)|no such"
                            + " (?:user|mailbox|recipient|person|address|account)|no mailbox here|(?:does(?: not|n't)|do"
                            + " not) exist|invalid (?:recipient|mailbox|user|address)|not a (?:valid|known)"
                            + " (?:user|mailbox|recipient)",
                    1,
                    0),
            words(
                    "(?:host|domain)\\S*(?: name)? (?:not found|unknown)|name or service not known|unrouteable|no such"
                            + " (?:host|domain)|unknown host|couldn't find any host",
                    1,
                    2));

    private Diagnosis() {}

    /**
     * The status code of a failure.
     *
     * @param status what the report has in the field for it; {@link StatusCode#UNKNOWN} when it has none
     * @param words what the server said
     */
    public static StatusCode of(StatusCode status, String words) {
        if (status.statusClass() > 0 && !status.isVague()) {
            return status;
        }
        var inWords = StatusCode.in(words);
        if (inWords.isPresent() && !inWords.get().isVague()) {
            return inWords.get();
        }
        var permanent = isPermanent(status, words);
        return WORDS.stream()
                .filter(known -> known.getKey().matcher(words).find())
                .findFirst()
                .map(known -> new StatusCode(
                        permanent ? 5 : 4,
                        known.getValue().subject(),
                        known.getValue().detail()))
                .orElseGet(() -> status.statusClass() > 0 ? status : new StatusCode(permanent ? 5 : 4, 0, 0));
    }

    /** On one line, without control characters, and not too long. */
    public static String oneLine(String words) {
        var line = words.replaceAll("[\\p{Cntrl}\\s\\u2028\\u2029]+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    }

    /** Without any number it is permanent: a server that goes on trying does not send it back. */
    private static boolean isPermanent(StatusCode status, String words) {
        if (status.statusClass() > 0) {
            return status.statusClass() == 5;
        }
        var reply = REPLY.matcher(words);
        return !reply.find() || reply.group(1).startsWith("5");
    }

    private static Map.Entry<Pattern, StatusCode> words(String pattern, int subject, int detail) {
        return Map.entry(
                Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
                new StatusCode(5, subject, detail));
    }
}
