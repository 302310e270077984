package org.vedette.feed.blog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vedette.events.Period;

class BlogCalendarTests {

    @Test
    void aDayIsThatOfTheBlogsZone() {
        var calendar = new BlogCalendar(ZoneId.of("America/New_York"));

        var day = calendar.day(Instant.parse("2016-07-01T03:59:00Z"));

        assertThat(day).isEqualTo("June 30, 2016");
    }

    @Test
    void aMonthHasItsEnglishName() {
        var calendar = new BlogCalendar(ZoneId.of("UTC"));

        var month = calendar.month(Instant.parse("2016-06-30T23:59:00Z"));

        assertThat(BlogCalendar.name(month)).isEqualTo("June 2016");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2016-06-26 | 2016-07-02 | Week of June 26 – July 2, 2016
        2016-06-05 | 2016-06-11 | Week of June 5 – 11, 2016
        2015-12-28 | 2016-01-03 | Week of December 28, 2015 – January 3, 2016
        2016-06-06 | 2016-06-10 | Week of June 6 – 10, 2016
        2016-06-01 | 2016-06-30 | June 1 – 30, 2016
        2016-06-26 | 2016-06-26 | June 26, 2016
        """)
    void aPeriodIsWrittenForPeople(LocalDate from, LocalDate to, String words) {
        var period = new Period(from, to);

        var text = BlogCalendar.words(period);

        assertThat(text).isEqualTo(words);
    }
}
