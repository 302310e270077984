package org.vedette.post.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** How those who write hand a post to those who publish, and what they say to each other. */
class ReviewTests extends StudioPagesApi {

    private static final String REVIEWED = """
            {"title": "A loader", "body": "It *waits*.", "bylines": [{"name": "Ada Example"}],
             "series": "reviewed-report", "period": {"from": "2026-%s-01", "to": "2026-%s-02"}}
            """;

    private final WebTestClient ada = person("ada", "author");
    private final WebTestClient ben = person("ben", "editor");
    private final WebTestClient cem = person("cem", "editor");

    @Autowired
    ReviewTests(WebTestClient client) {
        super(client);
    }

    @Test
    void anAuthorHandsADraftOverAndAnEditorPublishesIt() {
        var path = created(ada, Map.of("title", "Handed over", "body", "It waits.", "bylineName", "Ada"));
        var api = "/api" + path.substring("/studio".length());

        var ready = submit(
                ada,
                path,
                form(Map.of(
                        "revision",
                        "1",
                        "title",
                        "Handed over",
                        "body",
                        "It waits.",
                        "bylineName",
                        "Ada",
                        "review",
                        "yes")));
        var refused = send(ada, HttpMethod.POST, api + "/publication", null);

        assertThat(ready.headers().getLocation()).hasToString(path + "?done=ready");
        assertThat(open(ada, path).body()).contains("ready for review", "take back from review");
        assertThat(open(ben, "/studio").body()).contains("Waiting for review", "Handed over");
        assertThat(open(ben, "/studio/posts?status=ready").body()).contains("Handed over", "Ready for review");
        assertProblem(refused, 403, "forbidden");
        assertThat(send(ben, HttpMethod.POST, api + "/publication", null).text("/status"))
                .isEqualTo("published");
        assertThat(open(ben, "/studio/posts?status=ready").body()).doesNotContain("Handed over");
    }

    @Test
    void whatIsReadyIsSaidOnceAndTakenBack() {
        var post = location(send(ada, HttpMethod.POST, "/api/posts", COMPLETE));

        var ready = send(ada, HttpMethod.PUT, post + "/review", null);
        var again = send(ada, HttpMethod.PUT, post + "/review", null);
        var back = send(ada, HttpMethod.DELETE, post + "/review", null);

        assertThat(ready.json().at("/readyForReview").asBoolean()).isTrue();
        assertThat(again.tag()).isEqualTo(ready.tag());
        assertThat(back.json().has("readyForReview")).isFalse();
        assertThat(send(ada, HttpMethod.GET, post + "/revisions", null).text("/revisions/0/changed/0"))
                .isEqualTo("readyForReview");
    }

    @Test
    void onlyADraftOfOnesOwnIsHandedOver() {
        var post = published(COMPLETE);

        assertProblem(send(HttpMethod.PUT, post + "/review", null), 409, "not-a-draft");
        assertProblem(send(ada, HttpMethod.PUT, draft(COMPLETE) + "/review", null), 403, "forbidden");
    }

    @Test
    void someSeriesNeedASecondPerson() {
        var post = location(send(ben, HttpMethod.POST, "/api/posts", REVIEWED.formatted("01", "01")));

        var alone = send(ben, HttpMethod.POST, post + "/publication", null);
        var later = send(ben, HttpMethod.POST, post + "/publication", "{\"publishAt\": \"2030-03-01T09:00:00Z\"}");
        var second = send(cem, HttpMethod.POST, post + "/publication", null);

        assertProblem(alone, 409, "second-person-required");
        assertProblem(later, 409, "second-person-required");
        assertThat(second.text("/status")).isEqualTo("published");
    }

    @Test
    void nobodyGetsAroundTheSecondPersonByPublishingFirst() {
        var alone = REVIEWED.formatted("04", "04");
        var other = alone.replaceFirst("(?s),\\s*\"series\".*", "}");
        var post = location(send(ben, HttpMethod.POST, "/api/posts", other));
        assertThat(send(ben, HttpMethod.POST, post + "/publication", null).status())
                .isEqualTo(200);

        var moved = replace(ben, post, "\"2\"", alone);
        var movedBySecond = replace(cem, post, "\"2\"", alone);
        assertThat(send(cem, HttpMethod.DELETE, post + "/publication", "{}").status())
                .isEqualTo(200);
        var again = send(ben, HttpMethod.POST, post + "/publication", null);
        var againBySecond = send(cem, HttpMethod.POST, post + "/publication", null);

        assertProblem(moved, 409, "second-person-required");
        assertThat(movedBySecond.status()).isEqualTo(200);
        assertProblem(again, 409, "second-person-required");
        assertThat(againBySecond.text("/status")).isEqualTo("published");
    }

    private static Answer replace(WebTestClient person, String post, String tag, String body) {
        return Answer.of(person.put()
                .uri(post)
                .contentType(MediaType.APPLICATION_JSON)
                .header("If-Match", tag)
                .bodyValue(body)
                .exchange()
                .expectBody()
                .returnResult());
    }

    @Test
    void whoeverPublishesMayHaveWrittenWithOthers() {
        var post = location(send(ben, HttpMethod.POST, "/api/posts", REVIEWED.formatted("02", "02")));
        var changed = REVIEWED.formatted("02", "02").replace("waits", "sleeps");
        assertThat(replace(cem, post, "\"1\"", changed).status()).isEqualTo(200);

        assertThat(send(ben, HttpMethod.POST, post + "/publication", null).text("/status"))
                .isEqualTo("published");
    }

    @Test
    void notesAreWrittenAnsweredAndSettled() {
        var post = location(send(ada, HttpMethod.POST, "/api/posts", COMPLETE));

        var note = send(ben, HttpMethod.POST, post + "/notes", "{\"text\": \"Which loader?\"}");
        var thread = post + "/notes/" + note.text("/id");
        var reply = send(ada, HttpMethod.POST, thread + "/replies", "{\"text\": \"The new one.\"}");
        var settled = send(ben, HttpMethod.PUT, thread + "/resolution", null);
        var all = send(ada, HttpMethod.GET, post + "/notes", null);
        var open = send(ada, HttpMethod.DELETE, thread + "/resolution", null);

        assertThat(note.status()).isEqualTo(201);
        assertThat(reply.text("/notes/1/by")).isEqualTo("Name of ada");
        assertThat(settled.text("/resolvedBy")).isEqualTo("Name of ben");
        assertThat(all.text("/threads/0/notes/0/text")).isEqualTo("Which loader?");
        assertThat(open.json().at("/resolved").asBoolean()).isFalse();
        assertThat(send(ada, HttpMethod.GET, post, null).tag()).isEqualTo("\"1\"");
    }

    @Test
    void aNoteThatCannotBeIsRefused() {
        var post = location(send(ada, HttpMethod.POST, "/api/posts", COMPLETE));
        var other = person("dan", "author");

        assertProblem(send(ada, HttpMethod.POST, post + "/notes", "{\"text\": \" \"}"), 422, "invalid-note");
        assertProblem(send(ada, HttpMethod.POST, post + "/notes", "{}"), 422, "invalid-note");
        assertProblem(
                send(ada, HttpMethod.POST, post + "/notes", "{\"text\": \"" + "x".repeat(2_001) + "\"}"),
                422,
                "invalid-note");
        assertProblem(
                send(ada, HttpMethod.POST, post + "/notes/nonsense/replies", "{\"text\": \"x\"}"), 404, "unknown-note");
        assertProblem(send(other, HttpMethod.GET, post + "/notes", null), 403, "forbidden");
    }

    @Test
    void theEditorHasThemBesideThePost() {
        var path = created(ada, Map.of("title", "A loader", "body", "It waits."));

        var added = submit(ben, path + "/notes", form(Map.of("text", "Which <loader>?")));
        var refused = submit(ben, path + "/notes", form(Map.of("text", " ")));

        assertThat(added.headers().getLocation()).hasToString(path + "#notes");
        assertThat(open(ada, path).body()).contains("Which &lt;loader&gt;?", "Name of ben", "Settle");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("must not be blank", "Back to the editor");
    }
}
