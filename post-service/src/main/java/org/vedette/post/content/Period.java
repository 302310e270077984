package org.vedette.post.content;

import java.time.LocalDate;

/** The dates an issue of a series covers, both inclusive. */
public record Period(LocalDate from, LocalDate to) {

    public Period {
        if (from.getYear() < 1970 || to.getYear() > 9999) {
            throw new InvalidValueException("must lie between the years 1970 and 9999");
        }
        if (from.isAfter(to)) {
            throw new InvalidValueException("must not end before it begins: from " + from + " is after to " + to);
        }
    }
}
