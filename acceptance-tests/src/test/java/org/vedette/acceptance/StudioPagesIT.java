package org.vedette.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every page of the studio with something on it, at a desk by day and on a phone by night. With {@code vedette.screenshots} it
 * keeps pictures of them all.
 */
@EnabledIf(value = "org.vedette.acceptance.Chromium#isInstalled", disabledReason = Chromium.MISSING)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StudioPagesIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Http HTTP = new Http();
    private static final String LONG = "Rundstuecksschnittstellenverwaltungsprogramm";

    private final RunningSuite suite = RunningSuite.get();
    private final List<Page> pages = new ArrayList<>();
    private BrowserWindow window;

    /** A page and the name of its pictures. */
    private record Page(String name, String path) {}

    @BeforeAll
    void signIn() {
        window = new BrowserWindow(Chromium.find().orElseThrow(), suite.site(), 1440, false);
        window.open("/studio");
        window.type("#login", "admin");
        window.type("#password", suite.adminPassword());
        window.click("form[action='/login'] button");
        await().atMost(TIMEOUT).until(() -> window.path().equals("/studio"));
        fillTheStudio();
    }

    private void fillTheStudio() {
        var published = suite.editor()
                .publishes(aPost("A loader that waits for the night shift")
                        .with("tags", List.of("studio-loader", "night")));
        suite.editor()
                .publishes(aPost("Another loader of the same family")
                        .with("tags", List.of("studio-loaders"))
                        .with("bylines", bylines("Ada Exampel")));
        var draft = suite.editor()
                .drafts(aPost(LONG + " " + LONG + ": what a title without a blank does to a page that is narrow")
                        .with("body", "TODO: [more](other) at http://192.0.2.7/login\n\n![](/media/x.png)\n"));
        var ready = suite.editor().drafts(aPost("A draft that waits for somebody to read it"));
        var scheduled = suite.editor().drafts(aPost("A report for the day after tomorrow"));
        answer("PUT", "/api/posts/" + ready + "/review", "");
        var due = Instant.now().plus(2, ChronoUnit.DAYS);
        answer("POST", "/api/posts/" + scheduled + "/publication", "{\"publishAt\": \"" + due + "\"}");
        answer("POST", "/api/posts/" + draft + "/notes", "{\"text\": \"Where is the table?\"}");
        answer("POST", "/api/posts/" + draft + "/preview-links", "{\"days\": 7}");
        answer(
                "POST",
                "/api/redirects",
                "{\"from\": \"/2016/06/30/" + LONG + "/" + LONG + "\", \"to\": \"/tags/night\"}");
        answer(
                "POST",
                "/api/series",
                "{\"slug\": \"studio-unused\", \"title\": \"A series that nobody needs\", \"cadence\": \"monthly\"}");
        var renaming = finished(
                answer("POST", "/api/tags/studio-loader/renaming", "{\"to\": \"studio-loaders\", \"merge\": true}")
                        .at("/id")
                        .asString());
        var imported = imported();
        pages.addAll(List.of(
                new Page("overview", "/studio"),
                new Page("posts", "/studio/posts"),
                new Page("posts-chosen", "/studio/posts?choose=all"),
                new Page("posts-none", "/studio/posts?q=nothing-has-this-word"),
                new Page("post-new", "/studio/posts/new"),
                new Page("issue-new", "/studio/posts/new?series=weekly-phishing-report"),
                new Page("post-draft", "/studio/posts/" + draft),
                new Page("post-published", "/studio/posts/" + published.id()),
                new Page("publication-draft", "/studio/posts/" + draft + "/publication"),
                new Page("publication-scheduled", "/studio/posts/" + scheduled + "/publication"),
                new Page("publication-published", "/studio/posts/" + published.id() + "/publication"),
                new Page("history", "/studio/posts/" + published.id() + "/history"),
                new Page("deletion", "/studio/posts/" + draft + "/deletion"),
                new Page("notes", "/studio/posts/" + draft + "/notes"),
                new Page("preview-links", "/studio/posts/" + draft + "/preview-links"),
                new Page("schedule", "/studio/schedule?week=" + due.toString().substring(0, 10)),
                new Page("series", "/studio/series"),
                new Page("series-new", "/studio/series/new"),
                new Page("series-one", "/studio/series/weekly-phishing-report"),
                new Page("series-deletion", "/studio/series/studio-unused/deletion"),
                new Page("authors", "/studio/authors"),
                new Page("tags", "/studio/tags"),
                new Page("tag", "/studio/tags/studio-loaders"),
                new Page("renamings", "/studio/renamings"),
                new Page("renaming", "/studio/renamings/" + renaming),
                new Page("media", "/studio/media"),
                new Page("redirects", "/studio/redirects"),
                new Page("redirect-removal", "/studio/redirects/removal?from=/2016/06/30/" + LONG + "/" + LONG),
                new Page("imports", "/studio/imports"),
                new Page("export", "/studio/export"),
                new Page("import", "/studio/imports/" + imported),
                new Page("webhooks", "/studio/webhooks"),
                new Page("webhook-new", "/studio/webhooks/new"),
                new Page("not-found", "/studio/renamings/x")));
    }

    private static Manuscript aPost(String title) {
        return Manuscript.titled(title).with("bylines", bylines("Ada Example"));
    }

    private static List<Map<String, String>> bylines(String name) {
        return List.of(Map.of("name", name, "affiliation", "Example Labs"));
    }

    private JsonNode answer(String method, String path, String body) {
        var answer = HTTP.send(
                method,
                suite.site().resolve(path),
                "application/json",
                body,
                "Authorization",
                "Bearer " + suite.editor().token());
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        return JsonMapper.shared().readTree(answer.body());
    }

    private String finished(String renaming) {
        await().atMost(TIMEOUT)
                .until(() -> answer("GET", "/api/renamings/" + renaming, "")
                        .at("/state")
                        .asString()
                        .equals("finished"));
        return renaming;
    }

    private String imported() {
        var file = "---\ntitle: An imported post\ndate: 2016-06-30\nauthors: [Ada Example]\n---\nIt waits.\n";
        var id = answer("POST", "/api/imports?dryRun=true", file).at("/id").asString();
        await().atMost(TIMEOUT)
                .until(() -> answer("GET", "/api/imports/" + id, "")
                        .at("/state")
                        .asString()
                        .equals("finished"));
        return id;
    }

    @AfterAll
    void close() {
        window.close();
    }

    @Test
    void everyPageFitsAndKeepsNobodyOut() {
        var softly = new SoftAssertions();
        look(1440, "light", softly);
        look(390, "dark", softly);
        softly.assertAll();
    }

    private void look(int width, String scheme, SoftAssertions softly) {
        window.resize(width);
        for (var page : pages) {
            window.setColorScheme(scheme);
            window.open(page.path());
            var where = page.path() + " at " + width + ", " + scheme;
            softly.assertThat(window.accessibilityViolations()).as(where).isEmpty();
            softly.assertThat(window.excessWidth()).as(where).isZero();
            softly.assertThat(window.foreignResources()).as(where).isEmpty();
            softly.assertThat(window.consoleErrors()).as(where).isEmpty();
            window.keepPictures(page.name() + "-" + width);
        }
    }

    @Test
    void everythingThatWasTypedIsSavedForReviewWhileItIsBeingKept() {
        window.resize(1440);
        window.open("/studio/posts/new");
        window.type("#title", "Saved while it was being kept");
        answerLate();
        await().atMost(TIMEOUT)
                .until(() -> window.evaluate("sessionStorage.keeping").equals("yes"));

        window.type("[name=bylineName]", "Ada Example");
        window.type("[name=bylineAffiliation]", "Example Labs");
        window.click("[name=review]");

        await().atMost(TIMEOUT).until(() -> window.path().endsWith("?done=ready"));
        assertThat(window.evaluate("sessionStorage.kept")).as("the save waited").isEqualTo("yes");
        assertThat(window.evaluate("document.querySelector('[name=bylineName]').value"))
                .isEqualTo("Ada Example");
        assertThat(window.text(".studio-unsaved")).isEmpty();
        window.open("/studio/posts/new");
        assertThat(window.text(".studio-unsaved")).isEmpty();
    }

    /** The answer to what is kept is a while on its way, as from a service that has much to do. */
    private void answerLate() {
        var unused = window.evaluate("""
                (() => {
                  const fetched = window.fetch;
                  window.fetch = async (address, options) => {
                    const answer = await fetched(address, options);
                    if (String(address).endsWith('/autosave')) {
                      sessionStorage.keeping = 'yes';
                      await new Promise(done => setTimeout(done, 2000));
                      sessionStorage.kept = 'yes';
                    }
                    return answer;
                  };
                  return true;
                })()""");
        assertThat(unused).isEqualTo(true);
    }
}
