package org.vedette.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;

/** A post from its first line to its withdrawal, by a person in a browser. */
@EnabledIf(value = "org.vedette.acceptance.Chromium#isInstalled", disabledReason = Chromium.MISSING)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StudioIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final String SLUG = "a-post-from-the-studio";

    private RunningSuite suite;
    private BrowserWindow window;
    private String editor;
    private String draft;

    @BeforeAll
    void signIn() {
        suite = RunningSuite.get();
        window = new BrowserWindow(Chromium.find().orElseThrow(), suite.site(), 390, true);
        window.open("/studio");
        window.type("#login", "admin");
        window.type("#password", suite.adminPassword());
        window.click("form[action='/login'] button");
        await().atMost(TIMEOUT).until(() -> window.path().equals("/studio"));
    }

    @AfterAll
    void close() {
        window.close();
    }

    @Test
    @Order(1)
    void aPostIsWrittenWithItsPreview() {
        window.open("/studio/posts/new");
        window.type("#title", "A post from the studio");
        window.type("[name=bylineName]", "Ada Example");
        window.type("#body", "It *waits* at https://192.0.2.7/.");

        await().atMost(TIMEOUT)
                .ignoreExceptions()
                .until(() -> window.textInFrame(".studio-preview iframe").contains("It waits at"));
        assertThat(window.text(".studio-words")).contains("min read");
        assertThat(window.accessibilityViolations()).isEmpty();

        window.click("[name=save]");
        await().atMost(TIMEOUT).until(() -> window.path().endsWith("?done=saved"));
        editor = window.path().replace("?done=saved", "");
    }

    @Test
    @Order(2)
    void itIsCheckedAndPublished() {
        window.open(editor + "/publication");
        assertThat(window.text(".studio-findings")).contains("Line 1", "looks like an indicator");
        assertThat(window.accessibilityViolations()).isEmpty();

        window.click("[value=publish]");

        await().atMost(TIMEOUT)
                .until(() -> suite.reader().opens("/posts/" + SLUG).body().contains("<em>waits</em>"));
    }

    @Test
    @Order(3)
    void itIsCorrectedComparedAndRestored() {
        window.open(editor);
        window.type("#body", "It *sleeps*.");
        window.type("#correction", "It sleeps.");
        window.click("[name=save]");
        await().atMost(TIMEOUT)
                .until(() -> suite.reader().opens("/posts/" + SLUG).body().contains("It sleeps."));

        window.open(editor + "/history");
        assertThat(window.text(".studio-diff ins")).contains("sleeps");
        assertThat(window.accessibilityViolations()).isEmpty();
        window.click("[aria-label='Restore revision 2']");

        await().atMost(TIMEOUT)
                .until(() -> suite.reader().opens("/posts/" + SLUG).body().contains("<em>waits</em>"));
    }

    @Test
    @Order(4)
    void itIsWithdrawnWithAReason() {
        window.open(editor + "/publication");
        window.type("#reason", "It was a drill.");
        window.click("[value=withdraw]");

        await().atMost(TIMEOUT)
                .until(() -> suite.reader().opens("/posts/" + SLUG).statusCode() == 410);
        window.open("/posts/" + SLUG);
        assertThat(window.text("main")).contains("It was a drill.");
    }

    @Test
    @Order(5)
    void whatIsTypedIsKeptWhileNotesAreWritten() {
        window.open("/studio/posts/new");
        window.type("#title", "A draft that is shared");
        window.click("[name=save]");
        await().atMost(TIMEOUT).until(() -> window.path().endsWith("?done=saved"));
        draft = window.path().replace("?done=saved", "");
        window.type("#body", "It waits.");

        window.type("#note-text", "Where is the table?");
        window.click(".studio-notes > form button");

        await().atMost(TIMEOUT)
                .ignoreExceptions()
                .until(() -> window.text(".studio-thread").contains("Where is the table?"));
        assertThat(window.evaluate("document.querySelector('#body').value")).isEqualTo("It waits.");
        await().atMost(TIMEOUT).until(() -> window.text(".studio-kept").contains("not saved yet"));

        window.open(draft);
        assertThat(window.text(".studio-unsaved")).contains("did not save");
        assertThat(window.evaluate("document.querySelector('#body').value")).isEqualTo("It waits.");
        assertThat(window.accessibilityViolations()).isEmpty();
    }

    @Test
    @Order(6)
    void somebodyOutsideReadsADraftByALink() {
        window.open(draft + "/preview-links");
        window.click("[action$='/preview-links'] button");
        var link = String.valueOf(window.evaluate("document.querySelector('.studio-copy').value"));
        var path = link.substring(link.indexOf("/preview/"));

        var page = suite.reader().opens(path);
        window.open(draft + "/preview-links");
        window.click("[action$='/revocation'] button");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("A draft that is shared");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.headers().firstValue("X-Robots-Tag")).contains("noindex, nofollow");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("sandbox");
        await().atMost(TIMEOUT).until(() -> suite.reader().opens(path).statusCode() == 404);
    }

    @Test
    @Order(7)
    void thePreviewInItsSandboxIsAccessibleAsThePageOfThePostIs() {
        window.open(editor);
        window.type("#body", "# A heading\n\nIt *waits*.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n");
        await().atMost(TIMEOUT)
                .ignoreExceptions()
                .until(() -> window.textInFrame(".studio-preview iframe").contains("A heading"));

        window.takeOutOfFrame(".studio-preview iframe");

        await().atMost(TIMEOUT).until(() -> Boolean.TRUE.equals(window.evaluate("document.readyState === 'complete'")));
        assertThat(window.text("main")).contains("A heading", "It waits.");
        assertThat(window.evaluate("[...document.styleSheets].map(sheet => sheet.cssRules.length > 0).join()"))
                .as("style sheets that were loaded")
                .isEqualTo("true");
        assertThat(window.accessibilityViolations()).isEmpty();
    }
}
