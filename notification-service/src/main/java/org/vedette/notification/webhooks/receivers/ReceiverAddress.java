package org.vedette.notification.webhooks.receivers;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.vedette.notification.domains.InternationalDomain;

/**
 * The address that the messages of a webhook are sent to: {@code https}, or {@code http} where the operator allows it, with a
 * host name in ASCII or an IP address in its usual form.
 */
public record ReceiverAddress(URI uri) {

    /** Longest address. */
    public static final int MAX_LENGTH = 2_000;

    private static final Pattern PARTS = Pattern.compile("(?i)(https?)://([^/?#]*)([^#]*)");
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:\\[\\]]+)(?::([0-9]{1,5}))?");
    private static final Pattern IP_V4 =
            Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?!$)|$)){4}");

    /** Resolvers of many systems take a last label of this form for a part of an IP address. */
    private static final Pattern NUMBER_AT_THE_END = Pattern.compile("(?:.*\\.)?(?:0[xX][0-9A-Fa-f]*|[0-9]+)\\.?");

    private static final Pattern HOST = Pattern.compile("[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?\\.?");
    private static final int MAX_PORT = 65_535;
    private static final int SHOWN_END = 4;

    /**
     * Reads an address that somebody typed. An international host name is converted to ASCII, so that nobody takes it for
     * another one.
     *
     * @param httpAllowed whether the address may be without TLS
     * @throws InvalidReceiverException when it is none, which the message explains
     */
    public static ReceiverAddress parse(String typed, boolean httpAllowed) {
        var text = typed.strip();
        if (text.length() > MAX_LENGTH) {
            throw new InvalidReceiverException("is longer than " + MAX_LENGTH + " characters");
        }
        var parts = PARTS.matcher(text);
        if (!parts.matches()) {
            throw new InvalidReceiverException("must look like https://receiver.example/path, without a fragment (#)");
        }
        var scheme = parts.group(1).toLowerCase(Locale.ROOT);
        if (scheme.equals("http") && !httpAllowed) {
            throw new InvalidReceiverException("must begin with https://");
        }
        return new ReceiverAddress(uri(scheme + "://" + authority(parts.group(2)) + parts.group(3)));
    }

    private static String authority(String text) {
        if (text.contains("@")) {
            throw new InvalidReceiverException("must not have a user name or a password");
        }
        var parts = AUTHORITY.matcher(text);
        if (!parts.matches()) {
            throw new InvalidReceiverException("has no host, or a port that is no number");
        }
        var host = host(parts.group(1));
        return parts.group(2) == null ? host : host + ":" + port(parts.group(2));
    }

    private static int port(String text) {
        var port = Integer.parseInt(text);
        if (port < 1 || port > MAX_PORT) {
            throw new InvalidReceiverException("has a port that is not between 1 and " + MAX_PORT);
        }
        return port;
    }

    private static String host(String text) {
        if (text.startsWith("[")) {
            return text.toLowerCase(Locale.ROOT);
        }
        var ascii = text.chars().allMatch(character -> character < 128)
                ? text.toLowerCase(Locale.ROOT)
                : InternationalDomain.toAscii(text)
                        .orElseThrow(() -> new InvalidReceiverException("has a host that is no domain name"));
        if (NUMBER_AT_THE_END.matcher(ascii).matches()) {
            requireUsualForm(ascii);
        } else if (!HOST.matcher(ascii).matches()) {
            throw new InvalidReceiverException("has a host that is no domain name");
        }
        return ascii;
    }

    private static void requireUsualForm(String host) {
        if (!IP_V4.matcher(host).matches()) {
            throw new InvalidReceiverException("has an IP address in an unusual form; write it like 192.0.2.1");
        }
    }

    private static URI uri(String text) {
        try {
            var uri = new URI(text).parseServerAuthority();
            if (uri.getHost() == null) {
                throw new InvalidReceiverException("has no host");
            }
            return uri;
        } catch (URISyntaxException invalid) {
            throw new InvalidReceiverException("has characters that no address has, or a host that is none");
        }
    }

    /** Host name or IP address, in ASCII; an IPv6 address without brackets. */
    public String host() {
        var host = uri.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** Path in lower case; empty for none. */
    String path() {
        var path = uri.getPath();
        return path == null ? "" : path.toLowerCase(Locale.ROOT);
    }

    public int port() {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return uri.getScheme().equals("https") ? 443 : 80;
    }

    /** The address without what may be secret: the host, and the last characters of the rest. */
    public String masked() {
        var text = uri.toString();
        var origin = uri.getScheme() + "://" + uri.getRawAuthority();
        var rest = text.substring(origin.length());
        if (rest.length() <= 1) {
            return text;
        }
        return rest.length() <= 3 * SHOWN_END
                ? origin + "/…"
                : origin + "/…" + rest.substring(rest.length() - SHOWN_END);
    }

    /** Says nothing that may be secret. */
    @Override
    public String toString() {
        return masked();
    }
}
