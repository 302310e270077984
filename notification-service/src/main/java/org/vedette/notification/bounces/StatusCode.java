package org.vedette.notification.bounces;

import java.util.Optional;
import java.util.regex.Pattern;

/** An enhanced mail system status code (RFC 3463 §2), such as {@code 5.1.1}. */
public record StatusCode(int statusClass, int subject, int detail) {

    /** Nothing is known. */
    public static final StatusCode UNKNOWN = new StatusCode(0, 0, 0);

    private static final Pattern CODE = Pattern.compile("(?<![\\d.])([245])\\.(\\d{1,3})\\.(\\d{1,3})(?!\\.?\\d)");

    /** The first one in a text. The four numbers of an address are none. */
    public static Optional<StatusCode> in(String text) {
        var code = CODE.matcher(text);
        return code.find()
                ? Optional.of(new StatusCode(
                        Integer.parseInt(code.group(1)),
                        Integer.parseInt(code.group(2)),
                        Integer.parseInt(code.group(3))))
                : Optional.empty();
    }

    /** Whether it says no more than success or failure (RFC 3463 §3.1): subject undefined, or detail undefined with it. */
    public boolean isVague() {
        return subject == 0 || (detail == 0 && subject != 1);
    }

    boolean is(int otherSubject, int otherDetail) {
        return subject == otherSubject && detail == otherDetail;
    }

    @Override
    public String toString() {
        return statusClass + "." + subject + "." + detail;
    }
}
