package org.vedette.post.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.vedette.events.PostRevised;
import org.vedette.events.Series;
import org.vedette.post.outbox.OutboxEvent;
import org.vedette.post.publishing.InMemoryPosts;

/** Series, by the API and in the studio. */
class SeriesTests extends StudioPagesApi {

    private final InMemoryPosts posts;

    @Autowired
    SeriesTests(WebTestClient client, InMemoryPosts posts) {
        super(client);
        this.posts = posts;
    }

    @Test
    void aSeriesIsCreatedUsedAndRenamedWithItsHistory() {
        var created = send(HttpMethod.POST, "/api/series", series("monthly-review", "Monthly Review", "monthly"));
        var issue = published(COMPLETE.replace(
                "{\"title\"",
                "{\"series\": \"monthly-review\", \"period\": {\"from\": \"2026-10-01\", \"to\": \"2026-10-31\"},"
                        + " \"title\""));

        var renamed = put(
                "/api/series/monthly-review",
                "\"1\"",
                "{\"title\": \"The Month\", \"cadence\": \"monthly\", \"introduction\": \"What we saw.\"}");
        var stale = put("/api/series/monthly-review", "\"1\"", series("monthly-review", "Again", "monthly"));

        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(renamed.text("/formerTitles/0/title")).isEqualTo("Monthly Review");
        assertThat(renamed.tag()).isEqualTo("\"2\"");
        assertProblem(stale, 412, "stale-series");
        assertThat(newestEvent(issue).post().series())
                .isEqualTo(new Series("monthly-review", "The Month", "What we saw."));
        assertThat(send(HttpMethod.GET, "/api/series", null).body()).contains("The Month");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Big Report             | Big Report | weekly    | slug    | must be lower-case words",
                "new                    | New Report | weekly    | slug    | is the address of the form",
                "big-report             | ' '        | weekly    | title   | must not be blank",
                "big-report             | Big Report | sometimes | cadence | must be one of daily, weekly"
            })
    void aSeriesThatCannotBeIsRefused(String slug, String title, String cadence, String field, String message) {
        var answer = send(HttpMethod.POST, "/api/series", series(slug, title, cadence));

        assertProblem(answer, 422, "invalid-post");
        assertThat(answer.text("/errors/0/field")).isEqualTo(field);
        assertThat(answer.text("/errors/0/message")).contains(message);
    }

    @Test
    void aSlugIsTakenOnceAndNeverChanges() {
        var taken = send(HttpMethod.POST, "/api/series", series("weekly-phishing-report", "Other", "weekly"));
        var moved = put("/api/series/weekly-phishing-report", "\"1\"", series("other", "Other", "weekly"));
        var unknown = put("/api/series/nothing", "\"1\"", series("nothing", "Nothing", "weekly"));

        assertProblem(taken, 409, "series-exists");
        assertProblem(moved, 422, "invalid-post");
        assertProblem(unknown, 404, "no-such-series");
    }

    @Test
    void aSeriesIsDeletedOnlyWithoutPosts() {
        var other = send(HttpMethod.POST, "/api/series", series("unused", "Unused", "weekly"));
        assertThat(draftIn("short-lived")).isNotBlank();

        var used = send(HttpMethod.DELETE, "/api/series/short-lived", null);
        var deleted = send(HttpMethod.DELETE, "/api/series/unused", null);
        var again = send(HttpMethod.DELETE, "/api/series/unused", null);

        assertThat(other.status()).isEqualTo(201);
        assertProblem(used, 409, "series-in-use");
        assertThat(used.json().at("/posts").asInt()).isEqualTo(1);
        assertThat(deleted.status()).isEqualTo(204);
        assertProblem(again, 404, "no-such-series");
        assertThat(send(HttpMethod.GET, "/api/series", null).body())
                .contains("short-lived")
                .doesNotContain("unused");
    }

    @Test
    void theStudioAsksBeforeItDeletesASeriesAndSaysWhyItDoesNot() {
        var created = submit("/studio/series/new", Map.of("title", "Brief", "slug", "brief-one", "cadence", "daily"));
        assertThat(draftIn("kept-one")).isNotBlank();

        var asked = open("/studio/series/brief-one/deletion");
        var stale = submit("/studio/series/brief-one/deletion", Map.of("revision", "7"));
        var deleted = submit("/studio/series/brief-one/deletion", Map.of("revision", "1"));
        var kept = open("/studio/series/kept-one/deletion");
        var refused = submit("/studio/series/kept-one/deletion", Map.of("revision", "1"));

        assertThat(created.status()).isEqualTo(303);
        assertThat(open("/studio/series/kept-one").body()).contains("/studio/series/kept-one/deletion");
        assertThat(asked.body()).contains("Delete “Brief”?", "Delete the series", "Keep it");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(deleted.status()).isEqualTo(303);
        assertThat(open("/studio/series").body()).doesNotContain("brief-one");
        assertThat(kept.body())
                .contains("1 post belongs to this series", "/studio/posts?series=kept-one")
                .doesNotContain("Delete the series");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(open(person("ada", "author"), "/studio/series/kept-one/deletion")
                        .status())
                .isEqualTo(403);
    }

    /** Creates a series with one draft. */
    private String draftIn(String slug) {
        assertThat(send(HttpMethod.POST, "/api/series", series(slug, "A series", "weekly"))
                        .status())
                .isEqualTo(201);
        return draft(COMPLETE.replace("{\"title\"", "{\"series\": \"" + slug + "\", \"title\""));
    }

    @Test
    void theNextIssueFollowsTheOneWithTheLastDaysThoughAnOlderOneWasWrittenAfterIt() {
        assertThat(send(HttpMethod.POST, "/api/series", series("out-of-order", "Out of order", "weekly"))
                        .status())
                .isEqualTo(201);
        var issue = "{\"series\": \"out-of-order\", \"period\": {\"from\": \"%s\", \"to\": \"%s\"}, \"title\"";
        var last = draft(COMPLETE.replace("{\"title\"", issue.formatted("2016-07-03", "2016-07-09")));
        var writtenAfterIt = draft(COMPLETE.replace("{\"title\"", issue.formatted("2016-06-19", "2016-06-25")));

        var next = open("/studio/posts/new?series=out-of-order").body();

        assertThat(writtenAfterIt).isNotEqualTo(last);
        assertThat(next).contains("value=\"2016-07-10\"", "value=\"2016-07-16\"");
    }

    @Test
    void authorsChangeNoSeries() {
        var ada = person("ada", "author");

        assertProblem(send(ada, HttpMethod.POST, "/api/series", series("adas", "Ada's", "weekly")), 403, "forbidden");
        assertThat(submit(ada, "/studio/series/new", form(Map.of("title", "Ada's", "slug", "adas")))
                        .status())
                .isEqualTo(403);
        assertThat(open(ada, "/studio/series/new").status()).isEqualTo(403);
        assertThat(open(ada, "/studio/series").body()).doesNotContain("New series");
    }

    @Test
    void theStudioCreatesASeriesAndPrefillsItsFirstIssue() {
        var created =
                submit("/studio/series/new", Map.of("title", "Daily Note", "slug", "daily-note", "cadence", "daily"));
        var issue = open("/studio/posts/new?series=daily-note");
        var wrong = submit("/studio/series/daily-note", Map.of("revision", "1", "title", " ", "cadence", "daily"));
        var changed = submit(
                "/studio/series/daily-note",
                Map.of("revision", "1", "title", "Day Note", "cadence", "daily", "secondPerson", "true"));
        var stale =
                submit("/studio/series/daily-note", Map.of("revision", "1", "title", "Late Note", "cadence", "daily"));

        assertThat(created.status()).as(created.body()).isEqualTo(303);
        assertThat(issue.body()).contains("value=\"Daily Note: ", "value=\"daily-note\" selected");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("This must not be blank.");
        assertThat(changed.status()).isEqualTo(303);
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.body()).contains("Somebody else changed", "Late Note", "name=\"revision\" value=\"2\"");
        assertThat(open("/studio/series/daily-note").body()).contains("Daily Note, until ");
        assertThat(open("/studio/series").body()).contains("must not be the only one");
    }

    private PostRevised newestEvent(String post) {
        return posts.events().stream()
                .map(OutboxEvent::event)
                .filter(event -> post.endsWith(event.postId().toString()))
                .filter(PostRevised.class::isInstance)
                .map(PostRevised.class::cast)
                .reduce((older, newer) -> newer)
                .orElseThrow();
    }

    private static String series(String slug, String title, String cadence) {
        return "{\"slug\": \"%s\", \"title\": \"%s\", \"cadence\": \"%s\"}".formatted(slug, title, cadence);
    }
}
