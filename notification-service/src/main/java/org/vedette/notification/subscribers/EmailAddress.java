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

    public EmailAddress {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a mail address");
        }
    }

    /** Parses user input; empty when it is not an address. */
    public static Optional<EmailAddress> parse(String input) {
        var trimmed = input.strip();
        var at = trimmed.lastIndexOf('@');
        if (at < 1 || trimmed.length() > MAX_LENGTH) {
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
