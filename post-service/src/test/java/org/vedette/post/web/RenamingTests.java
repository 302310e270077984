package org.vedette.post.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.vedette.post.renaming.RenamingRunner;

/** Tags and authors under other words, by the API and in the studio; each test has words of its own. */
class RenamingTests extends StudioPagesApi {

    private final RenamingRunner runner;
    private final String unique = UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    RenamingTests(WebTestClient client, RenamingRunner runner) {
        super(client);
        this.runner = runner;
    }

    @Test
    void tagsAreListedWithTheirPostsPageByPage() {
        tagged("c");
        tagged("a", "b");
        tagged("c");

        var first = send(HttpMethod.GET, "/api/tags?limit=2&q=" + unique.toUpperCase(Locale.ROOT), null);
        var last = send(HttpMethod.GET, "/api/tags?limit=2&q=" + unique + "&cursor=" + first.text("/next"), null);

        assertThat(first.body())
                .contains("{\"tag\":\"a-%s\",\"posts\":1,\"published\":1}".formatted(unique), "\"total\":3");
        assertThat(last.body())
                .isEqualTo("{\"tags\":[{\"tag\":\"c-%s\",\"posts\":2,\"published\":2}],\"total\":3}".formatted(unique));
    }

    @Test
    void aTagIsRenamedAndThePageSaysHowFarThatIs() {
        var post = tagged("loader");

        var begun = send(HttpMethod.POST, "/api/tags/loader-" + unique + "/renaming", to("Loaders"));
        var location = String.valueOf(begun.headers().getLocation());
        var page = "/studio/renamings/" + begun.text("/id");
        var waiting = open(page);
        runner.run();
        var finished = send(HttpMethod.GET, location, null);

        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        assertThat(begun.text("/state")).isEqualTo("waiting");
        assertThat(waiting.body()).contains("Waiting: 0 %", "http-equiv=\"refresh\"");
        assertThat(finished.text("/state")).isEqualTo("finished");
        assertThat(finished.json().at("/changed").asInt()).isEqualTo(1);
        assertThat(open(page).body())
                .contains("Finished: 100 %", "1 of 1 posts changed")
                .doesNotContain("refresh");
        assertThat(open("/studio/renamings").body()).contains("Tag loader-" + unique + " becomes loaders-" + unique);
        assertThat(send(HttpMethod.GET, post, null).text("/tags/0")).isEqualTo("loaders-" + unique);
        assertThat(send(HttpMethod.GET, "/api/redirects?q=" + unique, null).body())
                .contains("\"from\":\"/tags/loader-%1$s\",\"to\":\"/tags/loaders-%1$s\"".formatted(unique));
        assertThat(send(HttpMethod.DELETE, "/api/redirects?from=/tags/loader-" + unique, null)
                        .status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nothing | {\"to\": \"loaders\"}    | 404 | unknown-tag",
                "%20     | {\"to\": \"loaders\"}    | 404 | unknown-tag",
                "loader  | {\"to\": \"other\"}      | 409 | merge-not-confirmed",
                "loader  | {\"to\": \"!\"}          | 422 | invalid-renaming",
                "loader  | {}                       | 422 | invalid-renaming",
                "loader  | {\"to\": \" Loader \"}   | 422 | invalid-renaming",
                "loader  | {\"into\": \"other\"}    | 400 | malformed-request"
            })
    void whatCannotBeRenamedIsRefused(String tag, String body, int status, String problem) {
        tagged("loader", "other");

        var address = tag.startsWith("%") ? "/api/tags/ /renaming" : "/api/tags/" + tag + "-" + unique + "/renaming";
        var answer = send(
                HttpMethod.POST,
                address,
                body.replace("other", "other-" + unique).replace(" Loader ", " Loader " + unique + " "));

        assertProblem(answer, status, problem);
    }

    @Test
    void theStudioAsksBeforeItMergesTags() {
        tagged("loader");
        tagged("loaders");
        var path = "/studio/tags/loader-" + unique;

        var asked = submit(path, Map.of("to", "Loaders " + unique));
        var wrong = submit(path, Map.of("to", "!"));
        var merged = submit(path, Map.of("to", "Loaders " + unique, "merge", "yes"));

        assertThat(open("/studio/tags?q=" + unique).body()).contains("2 tags", "1 post, 1 published", path);
        assertThat(open(path).body()).contains("Rename <bdi>loader-" + unique);
        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.body()).contains("Both become one tag", "name=\"merge\"");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("must start with a letter or digit");
        assertThat(merged.status()).isEqualTo(303);
        assertThat(String.valueOf(merged.headers().getLocation())).startsWith("/studio/renamings/");
        assertThat(open("/studio/tags/nothing-" + unique).status()).isEqualTo(404);
    }

    @Test
    void anAuthorIsRenamedByTheApiAndInTheStudio() {
        var post = publishedBy("Adda");
        publishedBy("Bo");

        var begun = send(HttpMethod.POST, "/api/authors/adda-" + unique + "/renaming", to("Ada"));
        runner.run();
        var asked = submit("/studio/authors/rename", Map.of("name", "Bo " + unique, "to", "Ada " + unique));
        var confirmed =
                submit("/studio/authors/rename", Map.of("name", "Bo " + unique, "to", "Ada " + unique, "merge", "yes"));
        var unknown = submit("/studio/authors/rename", Map.of("name", "Nobody", "to", "Ada " + unique));

        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        assertThat(send(HttpMethod.GET, post, null).text("/bylines/0/affiliation"))
                .isEqualTo("Labs");
        assertThat(send(HttpMethod.GET, post, null).text("/bylines/0/name")).isEqualTo("Ada " + unique);
        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.body()).contains("There is an author with the name", "They are the same person");
        assertThat(confirmed.status()).isEqualTo(303);
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(open("/studio/authors").body()).contains("Ada %1$s: 1 post; Adda %1$s: no posts".formatted(unique));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nobody | {\"to\": \"Ada\"}                     | 404 | unknown-author",
                "zoe    | {\"to\": \" \"}                       | 422 | invalid-renaming",
                "zoe    | {\"name\": \"Bo\", \"to\": \"Ada\"}   | 422 | invalid-renaming"
            })
    void whatIsNoNameOfAnAuthorIsRefused(String slug, String body, int status, String problem) {
        publishedBy("Zoe");

        assertProblem(
                send(HttpMethod.POST, "/api/authors/" + slug + "-" + unique + "/renaming", body), status, problem);
    }

    @Test
    void authorsRenameNothing() {
        tagged("loader");
        var ada = person("ada", "author");
        var address = "/api/tags/loader-" + unique + "/renaming";

        assertProblem(send(ada, HttpMethod.POST, address, to("x")), 403, "forbidden");
        assertProblem(send(ada, HttpMethod.GET, "/api/renamings", null), 403, "forbidden");
        assertThat(open(ada, "/studio/renamings").status()).isEqualTo(403);
        assertThat(open(ada, "/studio/tags/loader-" + unique).status()).isEqualTo(403);
        assertThat(open(ada, "/studio/tags").body()).doesNotContain("Rename or merge");
        assertThat(send(ada, HttpMethod.GET, "/api/tags", null).status()).isEqualTo(200);
    }

    @Test
    void aRenamingThatIsNotKnownIsNotFound() {
        assertProblem(send(HttpMethod.GET, "/api/renamings/" + UUID.randomUUID(), null), 404, "unknown-renaming");
        assertProblem(send(HttpMethod.GET, "/api/renamings/x", null), 404, "unknown-renaming");
        assertThat(open("/studio/renamings/x").status()).isEqualTo(404);
    }

    private String to(String word) {
        return "{\"to\": \"%s %s\"}".formatted(word, unique);
    }

    @CanIgnoreReturnValue
    private String tagged(String... tags) {
        var own = Stream.of(tags).map(tag -> "\"" + tag + "-" + unique + "\"").collect(Collectors.joining(","));
        return published(COMPLETE.replace("{\"title\"", "{\"tags\": [" + own + "], \"title\""));
    }

    @CanIgnoreReturnValue
    private String publishedBy(String name) {
        return published(COMPLETE.replace("Ada Example", name + " " + unique));
    }
}
