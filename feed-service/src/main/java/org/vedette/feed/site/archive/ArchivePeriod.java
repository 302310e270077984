package org.vedette.feed.site.archive;

import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vedette.feed.blog.BlogCalendar;
import org.vedette.pages.Link;

/**
 * A year or a month of the archive.
 *
 * @param link its page, named such as 2016 or June 2016
 * @param first its first month
 * @param last its last month
 */
record ArchivePeriod(Link link, YearMonth first, YearMonth last) {

    private static final Pattern YEAR = Pattern.compile("(?!0000)[0-9]{4}");
    private static final Pattern MONTH = Pattern.compile("0?[1-9]|1[0-2]");

    /** Parses the year in an address; empty when it is none. */
    static Optional<ArchivePeriod> parse(String year) {
        return YEAR.matcher(year).matches() ? Optional.of(of(Year.parse(year))) : Optional.empty();
    }

    /** Parses a year and a month of one or two digits; empty when there is no such month. */
    static Optional<ArchivePeriod> parse(String year, String month) {
        return YEAR.matcher(year).matches() && MONTH.matcher(month).matches()
                ? Optional.of(of(YearMonth.of(Integer.parseInt(year), Integer.parseInt(month))))
                : Optional.empty();
    }

    static ArchivePeriod of(Year year) {
        return new ArchivePeriod(new Link(year.toString(), BlogCalendar.page(year)), year.atMonth(1), year.atMonth(12));
    }

    static ArchivePeriod of(YearMonth month) {
        return new ArchivePeriod(new Link(BlogCalendar.name(month), BlogCalendar.page(month)), month, month);
    }

    String name() {
        return link.text();
    }

    String path() {
        return link.path();
    }

    boolean isYear() {
        return !first.equals(last);
    }

    ArchivePeriod year() {
        return of(Year.from(first));
    }

    /** The period of the same length that a month is in. */
    ArchivePeriod around(YearMonth month) {
        return isYear() ? of(Year.from(month)) : of(month);
    }
}
