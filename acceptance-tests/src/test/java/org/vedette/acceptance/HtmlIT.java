package org.vedette.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Pages of every kind before the Nu HTML checker, on a blog with a post that has every construct of Markdown and some that
 * are to break pages.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HtmlIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Http HTTP = new Http();
    private static final String TITLE =
            "<b>Bold</b> & \"quoted\" ]]> نظرة --> hxxps://" + "x".repeat(80) + "[.]example";
    private static final String BODY = """
            # One
            ## Two *em* `code` ~~struck~~
            [see](#two-em-code-struck) <https://a.example/?b=1&c="d> https://a.example/b[.]exe www.a.example a@b.example

            H<sub>2</sub>O <kbd>Ctrl</kbd><br>x <script>alert(1)</script> <span onclick=x>y</span> <svg><p> &copy; 👩‍👩‍👧 مرحبا

            - [x] done

            - [ ] to do

            7. seven

               > [!NOTE]
               > | a | b |
               > |:--|--:|
               > | `x` | **y** |

            <details><summary>More <kbd>K</kbd></summary>

            ```c++"><b>
            if (a < b && c) { "</script>" }
            ```

            <details><summary>Inner</summary>

            ~~~ mermaid
            graph
            ~~~

            </details>

            </details>

            Note[^a], again[^a], other[^b].

            [^a]: With `code`.
            [^b]: Two

                - a list

            ![](https://elsewhere.example/x.png "title") [a [b](https://b.example)](https://a.example)
            """;

    private final RunningSuite suite = RunningSuite.get();
    private Inbox inbox;
    private Editor.Published post;
    private String withdrawn;
    private String draft;

    @BeforeAll
    void publish() {
        inbox = suite.subscribed("html-checker@example.com");
        post = suite.editor().publishes(hostile(TITLE).with("slug", "before-the-html-checker"));
        var gone = suite.editor()
                .publishes(hostile("Withdrawn <i>before</i> the checker").with("period", period(2)));
        withdrawn = gone.path();
        draft = suite.editor()
                .drafts(hostile("A draft <i>before</i> the checker").with("body", BODY + "\nTODO"));
        await().atMost(TIMEOUT).until(() -> suite.reader().opens(withdrawn).statusCode() == 200);
        Editor.expect(
                200,
                HTTP.send(
                        "DELETE",
                        suite.site().resolve("/api/posts/" + gone.id() + "/publication"),
                        "application/json",
                        "{\"reason\": \"Wrong <b>data</b> & \\\"more\\\".\"}",
                        "Authorization",
                        "Bearer " + suite.editor().token()));
        await().atMost(TIMEOUT).until(() -> suite.reader().opens(withdrawn).statusCode() == 410);
        await().atMost(TIMEOUT).until(() -> suite.reader().opens(post.path()).statusCode() == 200);
    }

    private static Manuscript hostile(String title) {
        return Manuscript.titled(title)
                .with("body", BODY)
                .with("standfirst", "<i>What</i> we & \"you\" saw ]]>")
                .with("tags", List.of("c++", "日本", "phishing"))
                .with("series", "weekly-phishing-report")
                .with("period", period(1))
                .with(
                        "bylines",
                        List.of(
                                Map.of("name", "Ada Example", "affiliation", "Labs <b> & \"Sons\""),
                                Map.of("name", "محمد علي", "affiliation", "مختبر"),
                                Map.of("name", "O'Brien, \"Pat\""),
                                Map.of("name", "🦊")));
    }

    private static Map<String, String> period(int month) {
        return Map.of("from", "2011-0" + month + "-01", "to", "2011-0" + month + "-07");
    }

    @Test
    void noPageOfReadersHasAnError() {
        var checker = new HtmlChecker();
        for (var path : List.of(
                "/",
                post.path(),
                "/series/weekly-phishing-report",
                "/tags/c%2B%2B",
                "/authors/ada-example",
                "/archive",
                "/archive/"
                        + post.json()
                                .get("publishedAt")
                                .asString()
                                .substring(0, 7)
                                .replace("-", "/"),
                "/series",
                "/tags",
                "/authors",
                "/feeds",
                "/search",
                "/search?q=code",
                "/search?q=%22%3E%3Cscript%3Enothing",
                "/subscribe",
                "/login",
                "/login/forgotten",
                "/status",
                "/docs",
                withdrawn,
                "/posts/none",
                "/%3Cscript%3E",
                "/archive/2026/13")) {
            checker.add(path, suite.reader().opens(path).body());
        }

        assertThat(checker.errors()).isEmpty();
    }

    @Test
    void noPageOfEditorsHasAnError() {
        var checker = new HtmlChecker();
        var session = suite.admin().signIn();
        for (var path : List.of(
                "/studio",
                "/studio/posts",
                "/studio/posts/new",
                "/studio/posts/" + draft,
                "/studio/posts/" + draft + "/publication",
                "/studio/posts/" + draft + "/deletion",
                "/studio/posts/" + post.id() + "/history",
                "/studio/posts/" + post.id() + "/notes",
                "/studio/posts/" + post.id() + "/preview-links",
                "/studio/schedule",
                "/studio/series",
                "/studio/tags",
                "/studio/authors",
                "/studio/media",
                "/studio/redirects",
                "/studio/imports",
                "/studio/export",
                "/account",
                "/account/tokens",
                "/account/second-factor",
                "/admin/people",
                "/admin/people/invitation",
                "/admin/audit")) {
            var page = HTTP.get(suite.site().resolve(path), "Accept", "text/html", "Cookie", session);
            checker.add(path, Editor.expect(200, page).body());
        }

        assertThat(checker.errors()).isEmpty();
    }

    @Test
    void noMailHasAnError() {
        var checker = new HtmlChecker();
        await().atMost(TIMEOUT).until(() -> !inbox.about(TITLE).isEmpty());
        inbox.mails().forEach(mail -> checker.add("mail " + mail.subject(), mail.html()));

        assertThat(checker.errorsInMails()).isEmpty();
    }

    /** The checker itself: what people would have in a page that escapes nothing. */
    @Test
    void whatIsNoHtmlIsFound() {
        var checker = new HtmlChecker();
        checker.add("page", "<!doctype html><html lang=en><title>x</title><p id=a id=a><b><i>x</b></i>");

        assertThat(checker.errors()).anyMatch(error -> error.startsWith("page"));
    }
}
