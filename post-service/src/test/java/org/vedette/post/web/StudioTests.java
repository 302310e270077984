package org.vedette.post.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.mockJwt;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The studio without a script, as browsers use it. */
class StudioTests extends StudioPagesApi {

    @Autowired
    StudioTests(WebTestClient client) {
        super(client);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/studio",
                "/studio/posts",
                "/studio/posts?q=loader&status=draft&tlp=CLEAR&utm_source=x",
                "/studio/posts/new",
                "/studio/posts/new?series=weekly-phishing-report",
                "/studio/schedule",
                "/studio/schedule?week=2027-03-24",
                "/studio/series",
                "/studio/authors",
                "/studio/tags",
                "/studio/tags?q=x&cursor=y",
                "/studio/renamings",
                "/studio/redirects",
                "/studio/redirects?q=loader&cursor=/a",
                "/studio/imports"
            })
    void aPageOfTheStudioSaysWhoIsSignedIn(String page) {
        var answer = open(page);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().getCacheControl()).isEqualTo("no-store");
        assertThat(answer.body()).contains("Signed in as", "action=\"/logout\"", "a-token");
    }

    @Test
    void nobodyOpensTheStudioWithoutARole() {
        var anybody = anyone.mutateWith(mockJwt().authorities(new SimpleGrantedAuthority("ROLE_reader")));

        anyone.get().uri("/studio").exchange().expectStatus().isUnauthorized();
        anybody.get().uri("/studio").exchange().expectStatus().isForbidden();
    }

    @Test
    void aRedirectIsDeletedAfterThePageHasAsked() {
        var added = submit("/studio/redirects", Map.of("from", "/old/asked", "to", "/tags/loader"));
        var removal = "/studio/redirects/removal?from=/old/asked";
        var link = "/studio/redirects/removal?from=%2Fold%2Fasked";

        var listed = open("/studio/redirects?q=/old/asked");
        var asked = open(removal);
        var stillThere = open("/studio/redirects?q=/old/asked");
        var deleted = submit("/studio/redirects/removal", Map.of("from", "/old/asked"));

        assertThat(List.of(added, deleted)).extracting(Answer::status).containsOnly(303);
        assertThat(listed.body()).contains("href=\"" + link + "\"").doesNotContain("action=\"" + removal);
        assertThat(asked.body()).contains("Delete this redirect?", "/tags/loader", "Keep it");
        assertThat(stillThere.body()).contains(link);
        assertThat(open(removal).status()).isEqualTo(404);
        assertThat(open(person("ada", "author"), removal).status()).isEqualTo(403);
    }

    @Test
    void aPostIsWrittenPublishedCorrectedAndWithdrawn() {
        var path =
                created(Map.of("title", "A loader", "body", "It waits.", "bylineName", "Ada", "tags", "loader, Night"));

        var published = submit(path + "/publication", Map.of("revision", "1", "action", "publish"));
        var corrected = submit(
                path,
                Map.of(
                        "revision",
                        "2",
                        "title",
                        "A loader",
                        "body",
                        "It sleeps.",
                        "bylineName",
                        "Ada",
                        "correction",
                        "It sleeps."));
        var history = open(path + "/history");
        var withdrawn =
                submit(path + "/publication", Map.of("revision", "3", "action", "withdraw", "reason", "It was wrong."));

        assertThat(List.of(published, corrected, withdrawn))
                .extracting(Answer::status)
                .containsOnly(303);
        assertThat(history.body()).contains("Revision 3", "diff-inserted", "Restore revision 2");
        assertThat(open(path).body()).contains("Withdrawn");
    }

    @Test
    void whatIsWrongIsSaidBesideItsFieldAndNothingTypedIsLost() {
        var answer =
                submit("/studio/posts/new", Map.of("title", " ", "body", "Typed <b>for</b> an hour.", "tags", "ok, !"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "This must not be blank.", "Entry 2 must start with", "Typed &lt;b&gt;for&lt;/b&gt; an hour.");
    }

    @Test
    void whoeverSavesSecondSeesWhatTheOtherChangedAndLosesNothing() {
        var path = created(Map.of("title", "A loader", "body", "It waits."));
        assertThat(submit(path, Map.of("revision", "1", "title", "A loader", "body", "It sleeps."))
                        .status())
                .isEqualTo(303);

        var second = submit(path, Map.of("revision", "1", "title", "A loader", "body", "It runs."));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body())
                .contains("Somebody else saved", "It sleeps.", "It runs.", "name=\"revision\" value=\"2\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2027-03-28 | 02:30 |        | 422 | does not exist: on that day the clocks go from 02:00 to 03:00",
                "2027-10-31 | 02:30 |        | 422 | comes twice",
                "2027-10-31 | 02:30 | +01:00 | 303 | ''",
                "2027-02-31 | 09:00 |        | 422 | a day and a time that exist",
                "2027-06-30 | 09:00 |        | 303 | ''"
            })
    void aTimeIsThatOfTheSite(String date, String time, String offset, int status, String message) {
        var path = created(Map.of("title", "A loader", "body", "It waits.", "bylineName", "Ada"));

        var answer = submit(
                path + "/publication",
                Map.of(
                        "revision",
                        "1",
                        "action",
                        "schedule",
                        "date",
                        date,
                        "time",
                        time,
                        "offset",
                        offset == null ? "" : offset));

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(message);
    }

    @Test
    void aScheduleForADayThatIsOverPublishesNothing() {
        var path = created(Map.of("title", "A loader", "body", "It waits.", "bylineName", "Ada"));

        var answer = submit(
                path + "/publication",
                Map.of("revision", "1", "action", "schedule", "date", "2016-01-01", "time", "09:00"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("This time is over, and nothing was published.", "value=\"2016-01-01\"");
        assertThat(open(path).body()).contains("Draft: only people who write here see it.");
    }

    @Test
    void aTimeThatIsTooFarAwayIsRefusedInASentence() {
        var path = created(Map.of("title", "A loader", "body", "It waits.", "bylineName", "Ada"));

        var answer = submit(
                path + "/publication",
                Map.of("revision", "1", "action", "schedule", "date", "9000-01-01", "time", "09:00"));

        assertThat(answer.body())
                .contains("The time must not be more than 5 years ahead")
                .doesNotContain("publishAt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/studio/posts/new", ""})
    void aFormThatIsNotWholeWipesNothing(String address) {
        var path = created(Map.of("title", "A loader", "body", "It waits.", "bylineName", "Ada", "tags", "loader"));

        var answer = submitAsItIs(
                editor, address.isEmpty() ? path : address, form(Map.of("revision", "1", "title", "Another title")));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("Nothing was saved, because the form is not whole");
        assertThat(open(path).body()).contains("value=\"A loader\"", "It waits.", "value=\"loader\"");
    }

    @Test
    void aFormOfARevisionThatThereNeverWasComesBackUnderTheTitleOfThePost() {
        var path = created(Map.of("title", "A loader", "body", "It waits."));

        var answer = submit(path, Map.of("revision", "99", "title", "A worm", "body", "It sleeps."));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains(">A loader</h1>", "It sleeps.", "name=\"revision\" value=\"1\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/notes/nonsense/replies", "/notes/nonsense/resolution", "/preview-links/nonsense/revocation"})
    void anIdThatIsNoneIsNotFound(String address) {
        var path = created(Map.of("title", "A loader"));

        var answer = submit(path + address, Map.of("text", "Why?", "resolved", "true"));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("mismatch");
    }

    @Test
    void whoMayNotDoSomethingIsNotToldOfTokens() {
        var answer = open(person("ada", "author"), "/studio/redirects");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("You may not do this", "role editor").doesNotContain("token", "Token");
    }

    @Test
    void onlyEditorsAreOfferedTheNamesInAllBylines() {
        var path = created(Map.of("title", "Theirs", "body", "It waits.", "bylineName", "Nightjar Secret"));
        assertThat(submit(path + "/publication", Map.of("revision", "1", "action", "publish"))
                        .status())
                .isEqualTo(303);

        assertThat(open("/studio/posts/new").body()).contains("<option value=\"Nightjar Secret\">");
        assertThat(open(person("ada", "author"), "/studio/posts/new").body()).doesNotContain("Nightjar Secret");
    }

    @Test
    void aDraftIsDeletedAfterTheStudioAskedOnce() {
        var path = created(Map.of("title", "A loader"));

        assertThat(open(path + "/deletion").body()).contains("deleted for ever");
        assertThat(submit(path + "/deletion", Map.of("revision", "1")).status()).isEqualTo(303);
        assertThat(open(path).status()).isEqualTo(404);
    }

    @Test
    void whoeverUnticksTheBoxOfAQuietScheduleMailsTheSubscribers() {
        var path = created(Map.of("title", "A loader", "body", "It waits.", "bylineName", "Ada"));
        var quietly =
                Map.of("revision", "1", "action", "schedule", "date", "2029-06-30", "time", "09:00", "quiet", "true");
        assertThat(submit(path + "/publication", quietly).status()).isEqualTo(303);

        assertThat(submit(path + "/publication", Map.of("revision", "2", "action", "publish"))
                        .status())
                .isEqualTo(303);

        var post = send(HttpMethod.GET, "/api/posts/" + path.substring(path.lastIndexOf('/') + 1), null);
        assertThat(post.json().at("/quiet").asBoolean(true)).isFalse();
    }

    @Test
    void aPreviewShowsThePostAsItsPageDoesAndStoresNothing() {
        var answer = submit(
                "/preview/post",
                Map.of("title", "", "body", "It *waits*.", "tlp", "AMBER", "bylineName", "Ada", "language", "en"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().getCacheControl()).isEqualTo("no-store");
        assertThat(answer.body())
                .contains("Untitled", "TLP:AMBER", "<p>It *waits*.</p>", "name=\"robots\" content=\"noindex\"");
    }

    @Test
    void whatAServiceDoesNotSayIsUnknownToEditorsAndNotShownToAuthors() {
        var path = created(Map.of("title", "A loader", "body", "It waits.", "bylineName", "Ada"));
        assertThat(submit(path + "/publication", Map.of("revision", "1", "action", "publish"))
                        .status())
                .isEqualTo(303);

        assertThat(open("/studio").body()).contains("Page: unknown · Alert: unknown");
        editor = anyone.mutateWith(
                mockJwt().jwt(jwt -> jwt.subject("bo")).authorities(new SimpleGrantedAuthority("ROLE_author")));
        assertThat(open("/studio").body()).contains("A loader").doesNotContain("unknown", "visible");
    }

    @Test
    void anIssueOfTheLastPeriodThatThereIsHidesNothing() {
        var series = "weekly-threat-intelligence-brief";
        var path = created(Map.of("title", "The end", "series", series, "from", "9999-12-25", "to", "9999-12-31"));

        assertThat(List.of("/studio", "/studio/series", "/studio/posts/new?series=" + series))
                .extracting(page -> open(page).status())
                .containsOnly(200);
        assertThat(submit(path + "/deletion", Map.of("revision", "1")).status()).isEqualTo(303);
    }

    @ParameterizedTest
    @CsvSource({
        "1969-12-31, 400",
        "1970-01-04, 400",
        "1970-01-05, 200",
        "9999-12-26, 200",
        "9999-12-31, 400",
        "%2B999999999-12-31, 400",
        "-999999999-01-01, 400",
        "x, 400"
    })
    void aWeekIsOneOfTheYearsOfPeriods(String day, int status) {
        var answer = Answer.of(editor.get()
                .uri(URI.create("/studio/schedule?week=" + day))
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectBody()
                .returnResult());

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("week=1969", "week=9999-12-27");
    }

    @Test
    void aPastedTableBecomesMarkdown() {
        var html =
                "<h2>Hosts</h2><script>alert(1)</script><table><tr><th>Host</th></tr><tr><td><b>a</b></td></tr></table>";

        var answer = Answer.of(editor.post()
                .uri("/studio/markdown")
                .contentType(MediaType.TEXT_HTML)
                .bodyValue(html)
                .exchange()
                .expectBody()
                .returnResult());

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("## Hosts", "| Host", "**a**").doesNotContain("alert");
    }
}
