package org.vedette.gateway.administration.web;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vedette.gateway.audit.AuditEvent;

/** Writes events as CSV (RFC 4180). */
final class AuditCsv {

    /** A spreadsheet would compute what begins like this; a quote before it makes it a text. */
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r].*", Pattern.DOTALL);

    static final String HEADER = line(Stream.of("at", "who", "action", "detail", "client"));

    private AuditCsv() {}

    static String line(AuditEvent event) {
        return line(Stream.of(event.at().toString(), event.who(), event.action(), event.detail(), event.client()));
    }

    private static String line(Stream<String> values) {
        return values.map(AuditCsv::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String quoted(String value) {
        var text = FORMULA.matcher(value).matches() ? "'" + value : value;
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
