package org.vedette.notification.delivery.dkim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The header fields of a mail that a signature covers, in their canonical form. Those that no one may add later are named once more
 * than they occur (RFC 6376 §5.4.2).
 *
 * @param names the elements of {@code h=}
 * @param canonical the fields it names, each with CRLF
 */
record SignedHeaders(List<String> names, String canonical) {

    /** Begins a field: its name in front of a colon, and never the continuation of one. */
    private static final Pattern FIELD = Pattern.compile("(?m)^([!-9;-~]+):((?:.*\r\n[ \t])*.*)\r\n");

    /** Which fields are signed although they are absent, and once more when they are there, so that nobody adds one. */
    private static final List<String> OVERSIGNED = List.of(
            "from",
            "reply-to",
            "to",
            "cc",
            "subject",
            "date",
            "message-id",
            "mime-version",
            "content-type",
            "list-unsubscribe",
            "list-unsubscribe-post");

    /** Which fields are signed if they are there (RFC 6376 §5.4.1, RFC 8058 §4). */
    private static final List<String> SIGNED = Stream.concat(
                    OVERSIGNED.stream(),
                    Stream.of(
                            "list-id",
                            "list-help",
                            "list-archive",
                            "list-subscribe",
                            "list-post",
                            "auto-submitted",
                            "content-language",
                            "feedback-id"))
            .toList();

    /** Those among complete header fields, each with CRLF. */
    static SignedHeaders of(String headers) {
        var fields = fields(headers);
        var names = new ArrayList<String>();
        var canonical = new StringBuilder(headers.length());
        for (var name : SIGNED) {
            var values = fields.getOrDefault(name, List.of());
            for (var i = values.size() - 1; i >= 0; i--) {
                names.add(name);
                canonical.append(Canonicalization.header(name, values.get(i))).append("\r\n");
            }
        }
        names.addAll(OVERSIGNED);
        return new SignedHeaders(names, canonical.toString());
    }

    private static Map<String, List<String>> fields(String headers) {
        var fields = new HashMap<String, List<String>>();
        var found = FIELD.matcher(headers);
        while (found.find()) {
            fields.computeIfAbsent(found.group(1).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(found.group(2));
        }
        return fields;
    }
}
