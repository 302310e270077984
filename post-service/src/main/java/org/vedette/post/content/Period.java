package org.vedette.post.content;

import java.time.LocalDate;

/** The dates an issue of a series covers, both inclusive. */
public record Period(LocalDate from, LocalDate to) {

    /** The first date that an issue can cover. */
    public static final LocalDate MIN = LocalDate.of(1970, 1, 1);

    /** The last date that an issue can cover. */
    public static final LocalDate MAX = LocalDate.of(9999, 12, 31);

    public Period {
        if (from.isBefore(MIN) || to.isAfter(MAX)) {
            throw new InvalidValueException("must lie between the years 1970 and 9999");
        }
        if (from.isAfter(to)) {
            throw new InvalidValueException("must not end before it begins: from " + from + " is after to " + to);
        }
    }
}
