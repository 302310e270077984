package org.vedette.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wide tables on narrow screens and on paper, and feeds that a person opens, in a real browser. */
@EnabledIf(value = "org.vedette.acceptance.Chromium#isInstalled", disabledReason = Chromium.MISSING)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LegibilityIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final String POST = "/posts/a-wide-table";
    private static final String INDICATORS = "/posts/a-table-of-indicators";

    /** The width of A4 within its margins. */
    private static final int PAPER = 660;

    private static final String HASH = "d41d8cd98f00b204e9800998ecf8427ed41d8cd98f00b204e9800998ecf8427e";

    private RunningSuite suite;
    private BrowserWindow window;

    @BeforeAll
    void openWindow() {
        suite = RunningSuite.get();
        suite.editor()
                .publishes(Manuscript.titled("A wide table")
                        .with("slug", "a-wide-table")
                        .with(
                                "body",
                                table(12) + "\n```\n" + HASH.repeat(4)
                                        + "\n```\n\n<details><summary>More</summary>\n\nFolded.\n\n</details>\n"));
        suite.editor()
                .publishes(Manuscript.titled("A very wide table")
                        .with("slug", "a-very-wide-table")
                        .with("body", filled(6) + "\n" + filled(12) + "\n" + filled(60)));
        suite.editor()
                .publishes(Manuscript.titled("A table of indicators")
                        .with("slug", INDICATORS.substring("/posts/".length()))
                        .with("bylines", twelveNames())
                        .with("body", indicators(3) + "\n- [x] done\n\n- [ ] to do\n"));
        await().atMost(TIMEOUT).until(() -> suite.reader().opens(INDICATORS).statusCode() == 200);
        window = new BrowserWindow(Chromium.find().orElseThrow(), suite.site(), 800, false);
    }

    @AfterAll
    void closeWindow() {
        window.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 800})
    void aTableThatScrollsSaysSo(int width) {
        window.resize(width);
        window.open(POST);

        await().atMost(TIMEOUT)
                .until(() -> window.evaluate("!!document.querySelector('.table-scroll.scrolls')")
                        .equals(true));
        assertThat(window.evaluate("getComputedStyle(document.querySelector('.table-scroll'), '::before').content"))
                .isEqualTo("\"12 columns, scroll sideways\"");
        assertThat(window.excessWidth()).isZero();
    }

    @Test
    void anIndicatorIsNotBroken() {
        window.resize(360);
        window.open(POST);

        assertThat(
                        window.evaluate(
                                "[...document.querySelectorAll('td code')]"
                                        + ".filter(code => code.offsetHeight > 1.6 * parseFloat(getComputedStyle(code).lineHeight)).length"))
                .isEqualTo(0L);
    }

    @Test
    void onPaperNoColumnAndNoCodeIsLostAndNothingIsFolded() {
        window.open(POST);
        window.putOnPaper(PAPER);

        assertThat(window.evaluate("[...document.querySelectorAll('th')]"
                        + ".filter(cell => cell.getBoundingClientRect().right > innerWidth).length"))
                .isEqualTo(0L);
        assertThat(window.evaluate("document.querySelector('details > p').checkVisibility()"))
                .isEqualTo(true);
        assertThat(window.evaluate(
                        "document.querySelector('pre').scrollWidth" + " <= document.querySelector('pre').clientWidth"))
                .isEqualTo(true);
        assertThat(window.text(".sheet-address")).startsWith("http://").endsWith(POST);
        assertThat(window.evaluate("getComputedStyle(document.querySelector('.sheet-label')).position + ' '"
                        + " + getComputedStyle(document.querySelector('.sheet-label')).fontSize"))
                .isEqualTo("fixed 16px");
    }

    @Test
    void onPaperAnIndicatorThatLeavesRoomForTheOtherColumnsIsNotBroken() {
        window.open(INDICATORS);
        window.putOnPaper(PAPER);

        assertThat(linesOf("td code")).isEqualTo(List.of(1L, 1L, 1L));
    }

    @Test
    void onPaperNoTableMakesTheSheetAndItsLabelSmaller() {
        window.open("/posts/a-very-wide-table");
        window.putOnPaper(PAPER);

        assertThat(window.excessWidth()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 800, 1440})
    void aNameThatIsOneLongWordMakesThePageNoWider(int width) {
        window.resize(width);
        window.open(INDICATORS);

        assertThat(window.evaluate("document.querySelectorAll('.bylines li').length"))
                .isEqualTo(12L);
        assertThat(window.excessWidth()).isZero();
        assertThat(linesOf(".task > p")).isEqualTo(List.of(1L, 1L));
    }

    /** How many lines each of the elements takes. */
    private Object linesOf(String selector) {
        return window.evaluate("[...document.querySelectorAll('" + selector + "')].map(element => {"
                + " const range = document.createRange();"
                + " range.selectNodeContents(element);"
                + " return new Set([...range.getClientRects()].map(box => Math.round(box.top))).size; })");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feeds/rss.xml", "/feeds/atom.xml", "/authors/ada-example/rss.xml"})
    void aFeedSaysWhatItIs(String feed) {
        window.open(feed);

        assertThat(String.valueOf(window.evaluate("getComputedStyle(document.documentElement, '::before').content")))
                .contains("This is a feed");
    }

    private static List<Map<String, String>> twelveNames() {
        return IntStream.rangeClosed(1, 12)
                .mapToObj(number -> Map.of("name", "N".repeat(80) + number, "affiliation", "Institute " + number))
                .toList();
    }

    /** Twelve columns, the second of which has an indicator with hyphens. */
    private static String indicators(int rows) {
        return row(12, "Column %d")
                + row(12, "---")
                + row(12, "value %d")
                        .replace("value 2 ", "`login-secure-example[.]com` ")
                        .repeat(rows);
    }

    /** Columns of the longest text that is not wrapped on a screen. */
    private static String filled(int columns) {
        return row(columns, "Column %d") + row(columns, "---") + row(columns, "a cell of twenty letters");
    }

    private static String table(int columns) {
        return row(columns, "Column %d")
                + row(columns, "---")
                + row(columns, "value %d").replace("value 1 ", "`" + HASH + "` ");
    }

    private static String row(int columns, String cell) {
        return IntStream.rangeClosed(1, columns)
                .mapToObj(number -> cell.formatted(number))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
