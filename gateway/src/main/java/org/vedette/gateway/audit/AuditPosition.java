package org.vedette.gateway.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where an event is in the audit log.
 *
 * @param at when it happened
 * @param id tells events of the same millisecond apart; greater ones are newer
 */
public record AuditPosition(Instant at, String id) implements Comparable<AuditPosition> {

    private static final Pattern FORMAT = Pattern.compile("(\\d{1,15})-([0-9a-f]{1,32})");

    /** As it stands in an address. */
    public String text() {
        return at.toEpochMilli() + "-" + id;
    }

    /** Empty when the text is no position. */
    public static Optional<AuditPosition> parse(String text) {
        var parts = FORMAT.matcher(text);
        try {
            return parts.matches()
                    ? Optional.of(
                            new AuditPosition(Instant.ofEpochMilli(Long.parseLong(parts.group(1))), parts.group(2)))
                    : Optional.empty();
        } catch (DateTimeException tooFar) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(AuditPosition other) {
        var byTime = at.compareTo(other.at);
        return byTime == 0 ? id.compareTo(other.id) : byTime;
    }
}
