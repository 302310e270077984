package org.vedette.notification.webhooks.receivers;

import java.net.InetAddress;
import java.util.regex.Pattern;

/**
 * A range of IP addresses in CIDR notation (RFC 4632 §3.1), such as {@code 10.20.0.0/16} or {@code fd00::/8}.
 *
 * @param base first address of the range
 * @param prefix number of leading bits that all addresses share
 */
public record IpRange(InetAddress base, int prefix) {

    private static final Pattern TEXT = Pattern.compile("([0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)/([0-9]{1,3})");

    /**
     * Reads a range.
     *
     * @throws IllegalArgumentException when the text is no range
     */
    public static IpRange parse(String text) {
        var parts = TEXT.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException(text + " is no range of addresses like 10.20.0.0/16");
        }
        var base = literal(parts.group(1), text);
        var prefix = Integer.parseInt(parts.group(2));
        if (prefix > base.getAddress().length * Byte.SIZE) {
            throw new IllegalArgumentException(text + " has a longer prefix than its addresses have bits");
        }
        return new IpRange(base, prefix);
    }

    /** Whether an address is in the range; an address of the other family never is. */
    public boolean contains(InetAddress address) {
        var bits = address.getAddress();
        var expected = base.getAddress();
        if (bits.length != expected.length) {
            return false;
        }
        var whole = prefix / Byte.SIZE;
        for (var i = 0; i < whole; i++) {
            if (bits[i] != expected[i]) {
                return false;
            }
        }
        var rest = prefix % Byte.SIZE;
        return rest == 0 || (bits[whole] ^ expected[whole]) >> (Byte.SIZE - rest) == 0;
    }

    /** The text has only characters of literals, so that nothing is looked up. */
    private static InetAddress literal(String text, String range) {
        try {
            return InetAddress.getByName(text);
        } catch (java.net.UnknownHostException invalid) {
            throw new IllegalArgumentException(range + " is no range of addresses like 10.20.0.0/16", invalid);
        }
    }
}
