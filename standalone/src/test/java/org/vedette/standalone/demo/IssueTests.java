package org.vedette.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssueTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2016-07-06 | June 26 – July 2, 2016",
                "2026-11-18 | November 8 – 14, 2026",
                "2027-01-06 | December 27, 2026 – January 2, 2027",
            })
    void aPeriodReadsAsShortAsItCan(LocalDate today, String readable) {
        var issue = Issue.of("TUESDAY 0 09:30", Optional.of("9 3"), today, ZoneOffset.UTC);

        assertThat(issue.replacePlaceholders("{period}")).isEqualTo(readable);
    }

    @Test
    void onTheDayItselfTheIssueIsLastWeeks() {
        var issue = Issue.of("TUESDAY 0 09:30", Optional.empty(), LocalDate.parse("2026-11-24"), ZoneOffset.UTC);

        assertThat(issue.replacePlaceholders("{iso} {minus 3}")).isEqualTo("2026-11-17 November 14");
    }

    @Test
    void otherBracesStayAsTheyAre() {
        var issue = Issue.of("TUESDAY 0 09:30", Optional.empty(), LocalDate.parse("2026-11-24"), ZoneOffset.UTC);

        assertThat(issue.replacePlaceholders("{{first_name}} {dates} $1")).isEqualTo("{{first_name}} {dates} $1");
    }
}
