package org.vedette.notification.subscribers;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vedette.notification.domains.InternationalDomain;

/**
 * A mail address: ASCII, with a dotted domain, and without characters that could end a header line.
 *
 * <p>Stricter than RFC 5321 §4.1.2 on purpose: quoted local parts, address literals and internationalized local parts
 * are refused, because hardly any reader of a blog has one. International domains are kept in their ASCII form.
 *
 * @param value the address as it was entered, with the domain in lower case
 */
public record EmailAddress(String value) {

    /** In characters. */
    public static final int MAX_LENGTH = 254;

    private static final int LONGEST_LOCAL_PART = 64;
    private static final Pattern LOCAL_PART =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");

    /** Old ways to route mail through other hosts, to start programs, and options of programs (RFC 5321 appendix F.2). */
    private static final Pattern RELAYING = Pattern.compile("^-|[%!|]");

    public EmailAddress {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a mail address");
        }
    }

    /**
     * Parses user input; empty when it is not an address, or one that mail servers may take for instructions. Stored
     * addresses of that kind are still read.
     */
    public static Optional<EmailAddress> parse(String input) {
        var trimmed = input.strip();
        var at = trimmed.lastIndexOf('@');
        if (at < 1
                || trimmed.length() > MAX_LENGTH
                || RELAYING.matcher(trimmed.substring(0, at)).find()) {
            return Optional.empty();
        }
        return InternationalDomain.toAscii(trimmed.substring(at + 1))
                .map(domain -> trimmed.substring(0, at) + "@" + domain)
                .filter(EmailAddress::isValid)
                .map(EmailAddress::new);
    }

    /** The unique key of the subscriber: addresses that differ only in case have the same. */
    public String key() {
        return value.toLowerCase(Locale.ROOT);
    }

    /** The mailbox as far as one can tell: addresses that differ only in what follows a {@code +} are one. */
    public String mailbox() {
        var plus = value.indexOf('+');
        var at = value.lastIndexOf('@');
        return (plus > 0 && plus < at ? value.substring(0, plus) + value.substring(at) : value)
                .toLowerCase(Locale.ROOT);
    }

    /** What follows the {@code @}, in lower-case ASCII. */
    public String domain() {
        return value.substring(value.lastIndexOf('@') + 1);
    }

    /** The address for a page that others may see as well. */
    public String masked() {
        return toString();
    }

    /** Masks the local part, because this ends up in logs. */
    @Override
    public String toString() {
        return value.charAt(0) + "…" + value.substring(value.lastIndexOf('@'));
    }

    private static boolean isValid(String value) {
        var at = value.lastIndexOf('@');
        return at > 0
                && at <= LONGEST_LOCAL_PART
                && value.length() <= MAX_LENGTH
                && LOCAL_PART.matcher(value.substring(0, at)).matches()
                && DOMAIN.matcher(value.substring(at + 1)).matches();
    }
}
