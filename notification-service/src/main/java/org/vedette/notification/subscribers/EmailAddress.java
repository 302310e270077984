package org.vedette.notification.subscribers;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address mail can be sent to: ASCII, with a dotted domain, and nothing in it that could end a header line.
 *
 * <p>Stricter than RFC 5321 §4.1.2 on purpose: quoted local parts, address literals and internationalized local parts
 * are refused, since no reader of a blog has one. International domains are kept in their ASCII form.
 *
 * @param value the address as its owner wrote it, domain in lower case
 */
public record EmailAddress(String value) {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final Pattern LOCAL_PART =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");

    /** Java maps these to other letters (IDNA 2003), and so to a domain that is somebody else's today (RFC 5895). */
    private static final Pattern OF_ANOTHER_DOMAIN = Pattern.compile("[\\u00DF\\u03C2\\u200C\\u200D]");

    public EmailAddress {
        if (!isOne(value)) {
            throw new IllegalArgumentException("not a mail address");
        }
    }

    /** Reads what somebody typed; empty when it is not an address. */
    public static Optional<EmailAddress> parse(String typed) {
        var trimmed = typed.strip();
        var at = trimmed.lastIndexOf('@');
        if (at < 1 || trimmed.length() > LONGEST) {
            return Optional.empty();
        }
        return asciiDomain(trimmed.substring(at + 1))
                .map(domain -> trimmed.substring(0, at) + "@" + domain)
                .filter(EmailAddress::isOne)
                .map(EmailAddress::new);
    }

    /** What makes two addresses the same subscriber. */
    public String key() {
        return value.toLowerCase(Locale.ROOT);
    }

    /** Hides the person, since this is what ends up in logs. */
    @Override
    public String toString() {
        return value.charAt(0) + "…" + value.substring(value.lastIndexOf('@'));
    }

    private static Optional<String> asciiDomain(String typed) {
        if (OF_ANOTHER_DOMAIN.matcher(typed).find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(IDN.toASCII(typed).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException notADomain) {
            return Optional.empty();
        }
    }

    private static boolean isOne(String value) {
        var at = value.lastIndexOf('@');
        return at > 0
                && at <= LONGEST_LOCAL_PART
                && value.length() <= LONGEST
                && LOCAL_PART.matcher(value.substring(0, at)).matches()
                && DOMAIN.matcher(value.substring(at + 1)).matches();
    }
}
