package org.vedette.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertAll;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The site in a real browser, by day and by night. */
@EnabledIf(value = "org.vedette.acceptance.Chromium#isInstalled", disabledReason = Chromium.MISSING)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int DESKTOP_WIDTH = 1440;
    private static final int PHONE_WIDTH = 360;

    private static final String BODY = """
            ## What to look for

            | Indicator | Kind | First seen | Remark |
            |---|---|---|---|
            | `d41d8cd98f00b204e9800998ecf8427ed41d8cd98f00b204e9800998ecf8427e` | SHA-256 | 2026-11-01 | the second stage |
            | `hxxps://a-long-name-of-a-host.another-label[.]example/with/a/path` | URL | 2026-11-02 | answers at night |

            ```
            rule night_shift { condition: uint16(0) == 0x5A4D and filesize < 40KB and pe.number_of_sections == 7 }
            ```

            It waits.[^1]

            [^1]: For the night shift.
            """;

    private RunningSuite suite;
    private BrowserWindow day;
    private BrowserWindow night;

    @BeforeAll
    void openWindows() {
        var chromium = Chromium.find().orElseThrow();
        suite = RunningSuite.get();
        day = new BrowserWindow(chromium, suite.site(), DESKTOP_WIDTH, false);
        night = new BrowserWindow(chromium, suite.site(), PHONE_WIDTH, true);
        publish();
    }

    @AfterAll
    void closeWindows() {
        Stream.of(day, night).forEach(BrowserWindow::close);
    }

    private void publish() {
        var issue = Manuscript.titled("Weekly Phishing Report: July 5, 2016")
                .with("series", "weekly-phishing-report")
                .with("period", Map.of("from", "2016-06-26", "to", "2016-07-02"))
                .with("publishAt", "2016-07-05T12:00:00Z");
        suite.editor().publishes(issue);
        var analysis = Manuscript.titled("A loader in a browser")
                .with("slug", "a-loader-in-a-browser")
                .with("tags", List.of("loader"))
                .with("body", BODY);
        suite.editor().publishes(analysis);
        await().atMost(TIMEOUT).until(() -> suite.reader().seesOnTheFrontPage("A loader in a browser"));
        await().atMost(TIMEOUT)
                .until(() -> suite.reader().opens("/search?q=loader").body().contains("<mark>"));
    }

    static List<String> pages() {
        return List.of(
                "/",
                "/posts/a-loader-in-a-browser",
                "/series/weekly-phishing-report",
                "/series",
                "/tags",
                "/authors",
                "/tags/loader",
                "/authors/ada-example",
                "/archive",
                "/archive/2016",
                "/archive/2016/07",
                "/archive/2016/08",
                "/tags/loader?page=none",
                "/feeds",
                "/search",
                "/search?q=loader",
                "/search?q=nothing-of-the-kind",
                "/search?q=loader&from=never",
                "/nothing",
                "/subscribe",
                "/status");
    }

    @Test
    void theDescriptionsOfTheApisNeedNoExceptionFromTheContentSecurityPolicy() {
        day.open("/docs");

        await().atMost(TIMEOUT).until(() -> (Long) day.evaluate("document.querySelectorAll('.opblock').length") > 10);

        assertThat(day.foreignResources()).isEmpty();
        assertThat(day.consoleErrors()).isEmpty();
    }

    /** All that is asked of a page, in as few visits as it takes. */
    @ParameterizedTest
    @MethodSource("pages")
    void thePageIsAccessibleFitsAPhoneAndLoadsNothingFromElsewhere(String page) {
        day.open(page);
        night.open(page);

        assertAll(
                () -> assertThat(day.accessibilityViolations()).isEmpty(),
                () -> assertThat(day.foreignResources()).isEmpty(),
                () -> assertThat(day.consoleErrors()).isEmpty(),
                () -> assertThat(night.accessibilityViolations()).isEmpty(),
                () -> assertThat(night.excessWidth()).isZero());
    }

    @Test
    void theFrontPageTellsOfANewPostAndShowsItWhenAsked() {
        day.open("/");
        suite.editor().publishes(Manuscript.titled("News while the page is open"));
        await().atMost(TIMEOUT).until(() -> day.text(".live").equals("1 new post"));

        day.click(".live a");

        await().atMost(TIMEOUT).until(() -> day.text("h2, h3").contains("News while the page is open"));
        assertThat(day.text(".live")).isEmpty();
    }
}
