package org.vedette.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DemoPostTests {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final Pattern LIVE_ADDRESS =
            Pattern.compile("https?://|\\bwww\\.|\\d+\\.\\d+\\.\\d+\\.\\d+|[a-z]\\.(?:com|net|org|example)\\b");

    static List<DemoPost> posts() {
        return DemoPost.all(TODAY, ZoneOffset.UTC);
    }

    @Test
    void thereAreAnAnalysisAndTwoIssuesOfEachSeries() {
        assertThat(posts())
                .extracting(post -> String.valueOf(post.json().get("series")))
                .containsExactlyInAnyOrder(
                        "null",
                        "weekly-phishing-report",
                        "weekly-phishing-report",
                        "weekly-threat-intelligence-brief",
                        "weekly-threat-intelligence-brief");
    }

    @ParameterizedTest
    @MethodSource("posts")
    void aPostKeepsTheLimitsOfTheApi(DemoPost post) {
        assertThat(text(post, "title")).isNotBlank().hasSizeLessThanOrEqualTo(200);
        assertThat(text(post, "standfirst")).isNotBlank().hasSizeLessThanOrEqualTo(300);
        assertThat(post.slug()).matches("[a-z0-9]+(-[a-z0-9]+)*").hasSizeLessThanOrEqualTo(100);
        assertThat((List<?>) post.json().get("bylines")).isNotEmpty();
        assertThat((List<?>) post.json().get("tags"))
                .allSatisfy(tag -> assertThat((String) tag).matches("[a-z0-9]+(-[a-z0-9]+)*"));
    }

    @ParameterizedTest
    @MethodSource("posts")
    void aPostIsWorthReading(DemoPost post) {
        assertThat(text(post, "body").split("\\s+", -1)).hasSizeBetween(300, 700);
    }

    @ParameterizedTest
    @MethodSource("posts")
    void nothingInAPostCanBeClickedByMistake(DemoPost post) {
        assertThat(text(post, "body").replace("`panel.example.net`", "")).doesNotContainPattern(LIVE_ADDRESS);
    }

    @ParameterizedTest
    @MethodSource("posts")
    void everyBlankIsFilledIn(DemoPost post) {
        assertThat(post.slug() + text(post, "title") + text(post, "standfirst") + text(post, "body"))
                .doesNotContainPattern("\\{(date|iso|month|period|minus)");
    }

    @Test
    void whateverTheDayThePostsLieInThePastOneAfterTheOther() {
        assertThat(TODAY.datesUntil(TODAY.plusYears(2)))
                .allSatisfy(today -> assertThat(publicationsOn(today))
                        .isSorted()
                        .doesNotHaveDuplicates()
                        .allMatch(date ->
                                date.isBefore(today.atStartOfDay(ZoneOffset.UTC).toInstant()))
                        .allMatch(date -> date.isAfter(
                                today.minusDays(15).atStartOfDay(ZoneOffset.UTC).toInstant())));
    }

    @Test
    void aSeriesIsWeekly() {
        var reports = posts().stream()
                .filter(post -> "weekly-phishing-report".equals(post.json().get("series")))
                .map(post -> Instant.parse(post.publishAt()))
                .toList();

        assertThat(reports.get(0)).isEqualTo(reports.get(1).minusSeconds(7 * 24 * 3600));
    }

    @Test
    void anIssueSaysInItsTextTheDatesItCovers() {
        var report = posts().stream()
                .filter(post -> post.slug().equals("weekly-phishing-report-2026-11-17"))
                .findFirst()
                .orElseThrow();

        assertThat(text(report, "title")).isEqualTo("Weekly Phishing Report: November 17, 2026");
        assertThat(report.json().get("period")).isEqualTo(Map.of("from", "2026-11-08", "to", "2026-11-14"));
        assertThat(text(report, "body")).startsWith("This report covers the week of **November 8 – 14, 2026**.");
    }

    @Test
    void theDatesAreThoseOfTheSitesZone() {
        var zone = ZoneId.of("Pacific/Auckland");

        var newest = DemoPost.all(TODAY, zone).get(4);

        assertThat(Instant.parse(newest.publishAt()))
                .isEqualTo(ZonedDateTime.parse("2026-11-19T15:00+13:00[Pacific/Auckland]")
                        .toInstant());
    }

    private static List<Instant> publicationsOn(LocalDate today) {
        return DemoPost.all(today, ZoneOffset.UTC).stream()
                .map(post -> Instant.parse(post.publishAt()))
                .toList();
    }

    private static String text(DemoPost post, String field) {
        return (String) Objects.requireNonNull(post.json().get(field));
    }
}
