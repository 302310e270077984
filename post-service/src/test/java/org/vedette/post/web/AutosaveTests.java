package org.vedette.post.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What is typed and not saved yet. */
class AutosaveTests extends StudioPagesApi {

    private final WebTestClient ada = person("ada-" + System.identityHashCode(this), "editor");
    private final WebTestClient ben = person("ben", "editor");

    @Autowired
    AutosaveTests(WebTestClient client) {
        super(client);
    }

    @Test
    void whatWasTypedIsBackWhenItsWriterOpensThePostAgainAndOnlyThen() {
        var path = created(Map.of("title", "A loader", "body", "It waits."));

        var kept = submit(
                ada,
                path + "/autosave",
                form(Map.of("revision", "1", "title", "A loader", "body", "It <sleeps>.", "unknown", "x")));

        assertThat(kept.status()).isEqualTo(204);
        assertThat(open(ada, path).body())
                .contains("did not save, as of", "It &lt;sleeps&gt;.", "Discard them", "name=\"revision\" value=\"1\"");
        assertThat(open(ben, path).body()).contains("It waits.").doesNotContain("did not save");
        assertThat(send(HttpMethod.GET, "/api" + path.substring("/studio".length()), null)
                        .text("/body"))
                .isEqualTo("It waits.");
    }

    @Test
    void itIsForgottenWhenItIsSavedOrDiscarded() {
        var path = created(Map.of("title", "A loader", "body", "It waits."));
        var typed = form(Map.of("revision", "1", "title", "A loader", "body", "It sleeps."));
        assertThat(submit(ada, path + "/autosave", typed).status()).isEqualTo(204);

        var saved = submit(ada, path, typed);
        var afterwards = open(ada, path).body();
        assertThat(submit(ada, path + "/autosave", form(Map.of("revision", "2", "title", "B")))
                        .status())
                .isEqualTo(204);
        var discarded = submit(ada, path + "/autosave/discard", form(Map.of()));

        assertThat(saved.status()).isEqualTo(303);
        assertThat(afterwards).doesNotContain("did not save");
        assertThat(discarded.headers().getLocation()).hasToString(path);
        assertThat(open(ada, path).body()).doesNotContain("did not save");
    }

    @Test
    void whatOthersSavedMeanwhileIsNamed() {
        var path = created(Map.of("title", "A loader", "body", "It waits."));
        assertThat(submit(
                                ada,
                                path + "/autosave",
                                form(Map.of("revision", "1", "title", "A loader", "body", "It sleeps.")))
                        .status())
                .isEqualTo(204);
        assertThat(submit(ben, path, form(Map.of("revision", "1", "title", "A loader", "body", "It runs.")))
                        .status())
                .isEqualTo(303);

        var page = open(ada, path).body();

        assertThat(page).contains("was saved since you typed this", "It runs.", "It sleeps.");
        assertThat(page).contains("name=\"revision\" value=\"2\"");
    }

    @Test
    void aNewPostIsKeptApartFromTheNextIssueOfASeries() {
        assertThat(submit(ada, "/studio/posts/new/autosave", form(Map.of("title", "Plain")))
                        .status())
                .isEqualTo(204);
        assertThat(submit(
                                ada,
                                "/studio/posts/new-weekly-phishing-report/autosave",
                                form(Map.of("title", "Issue", "series", "weekly-phishing-report")))
                        .status())
                .isEqualTo(204);

        var issue = open(ada, "/studio/posts/new?series=weekly-phishing-report").body();
        var discarded = submit(ada, "/studio/posts/new-weekly-phishing-report/autosave/discard", form(Map.of()));
        var saved = submit(ada, "/studio/posts/new", form(Map.of("title", "Plain", "autosave", "new")));

        assertThat(issue).contains("value=\"Issue\"", "name=\"autosave\" value=\"new-weekly-phishing-report\"");
        assertThat(discarded.headers().getLocation()).hasToString("/studio/posts/new?series=weekly-phishing-report");
        assertThat(saved.status()).isEqualTo(303);
        assertThat(open(ada, "/studio/posts/new").body()).doesNotContain("did not save");
    }

    @Test
    void programsKeepReadAndForgetIt() {
        var post = draft(COMPLETE);
        var json = "{\"revision\": 1, \"fields\": {\"title\": [\"B\"]}}";

        var kept = send(ada, HttpMethod.PUT, post + "/autosave", json);
        var read = send(ada, HttpMethod.GET, post + "/autosave", null);
        var others = send(ben, HttpMethod.GET, post + "/autosave", null);
        var forgotten = send(ada, HttpMethod.DELETE, post + "/autosave", null);

        assertThat(kept.status()).as(kept.body()).isEqualTo(200);
        assertThat(read.json().at("/fields").toString()).isEqualTo("{\"title\":[\"B\"]}");
        assertProblem(others, 404, "no-autosave");
        assertThat(forgotten.status()).isEqualTo(204);
        assertProblem(send(ada, HttpMethod.GET, post + "/autosave", null), 404, "no-autosave");
        assertProblem(send(ada, HttpMethod.GET, "/api/posts/nonsense/autosave", null), 404, "no-autosave");
        assertProblem(send(ada, HttpMethod.PUT, "/api/posts/new-no-such-series/autosave", json), 404, "no-autosave");
    }

    @Test
    void nothingIsKeptForAPostThatTheCallerMayNotRead() {
        var post = draft(COMPLETE);

        var answer = send(person("dan", "author"), HttpMethod.PUT, post + "/autosave", "{\"fields\": {}}");

        assertProblem(answer, 403, "forbidden");
    }
}
