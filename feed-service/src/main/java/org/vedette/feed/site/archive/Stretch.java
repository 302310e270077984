package org.vedette.feed.site.archive;

import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vedette.feed.blog.BlogCalendar;
import org.vedette.feed.site.page.Link;

/**
 * A year or a month of the archive.
 *
 * @param name such as 2016 or June 2016
 * @param path where its posts are listed
 * @param first its first month
 * @param last its last month
 */
record Stretch(String name, String path, YearMonth first, YearMonth last) {

    private static final Pattern YEAR = Pattern.compile("(?!0000)[0-9]{4}");
    private static final Pattern MONTH = Pattern.compile("0?[1-9]|1[0-2]");

    /** Reads a year as it stands in an address; empty when it is none. */
    static Optional<Stretch> year(String year) {
        return YEAR.matcher(year).matches() ? Optional.of(of(Year.parse(year))) : Optional.empty();
    }

    /** Reads a year and a month of one or two digits; empty when there is no such month. */
    static Optional<Stretch> month(String year, String month) {
        return YEAR.matcher(year).matches() && MONTH.matcher(month).matches()
                ? Optional.of(of(YearMonth.of(Integer.parseInt(year), Integer.parseInt(month))))
                : Optional.empty();
    }

    static Stretch of(Year year) {
        return new Stretch(year.toString(), BlogCalendar.page(year), year.atMonth(1), year.atMonth(12));
    }

    static Stretch of(YearMonth month) {
        return new Stretch(BlogCalendar.name(month), BlogCalendar.page(month), month, month);
    }

    boolean isYear() {
        return !first.equals(last);
    }

    /** The way to a stretch of the same length. */
    Link to(YearMonth month) {
        var other = isYear() ? of(Year.from(month)) : of(month);
        return new Link(other.name, other.path);
    }

    Stretch ofItsYear() {
        return of(Year.from(first));
    }
}
