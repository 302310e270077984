package org.vedette.post.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vedette.post.content.Period;
import org.vedette.post.series.Cadence;

class IssuePeriodsTests {

    @ParameterizedTest
    @CsvSource({
        "DAILY, 2016-06-30, 2016-06-30, 2016-07-01, 2016-07-01",
        "WEEKLY, 2016-06-26, 2016-07-02, 2016-07-03, 2016-07-09",
        "MONTHLY, 2016-01-01, 2016-01-31, 2016-02-01, 2016-02-29"
    })
    void theNextIssueCoversWhatFollows(
            Cadence cadence, LocalDate from, LocalDate to, LocalDate nextFrom, LocalDate nextTo) {
        assertThat(IssuePeriods.next(cadence, new Period(from, to))).contains(new Period(nextFrom, nextTo));
    }

    @ParameterizedTest
    @CsvSource({
        "DAILY, 2016-06-29, 2016-06-29",
        "WEEKLY, 2016-06-19, 2016-06-25",
        "MONTHLY, 2016-05-01, 2016-05-31",
    })
    void theFirstIssueCoversWhatIsOver(Cadence cadence, LocalDate from, LocalDate to) {
        assertThat(IssuePeriods.first(cadence, LocalDate.of(2016, 6, 30))).contains(new Period(from, to));
    }

    @Test
    void anIssueIsDueWhenWhatItCoversIsOver() {
        var last = new Period(LocalDate.of(2016, 6, 26), LocalDate.of(2016, 7, 2));

        assertThat(IssuePeriods.isOverdue(Cadence.WEEKLY, last, LocalDate.of(2016, 7, 9)))
                .isFalse();
        assertThat(IssuePeriods.isOverdue(Cadence.WEEKLY, last, LocalDate.of(2016, 7, 10)))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(Cadence.class)
    void nothingFollowsTheLastPeriodThatThereIs(Cadence cadence) {
        var last = new Period(LocalDate.of(9999, 12, 25), LocalDate.of(9999, 12, 31));

        assertThat(IssuePeriods.next(cadence, last)).isEmpty();
        assertThat(IssuePeriods.isOverdue(cadence, last, LocalDate.of(2026, 11, 30)))
                .isFalse();
    }
}
