package org.vedette.post.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** What a PUT or a PATCH changes and what it keeps. */
class ChangeApiTests extends PostApi {

    private static final String FULL = """
            {"title": "Week 26", "standfirst": "Three lures.", "body": "Text", "bylines": [{"name": "Ada Example"}],
             "tags": ["phishing"], "series": "weekly-phishing-report",
             "period": {"from": "2026-06-22", "to": "2026-06-28"}, "tlp": "AMBER+STRICT",
             "publishAt": "2016-06-30T10:00:00Z"}
            """;

    ChangeApiTests(@Autowired WebTestClient anyone) {
        super(anyone);
    }

    @Test
    void aReplacementThatNamesNoLabelKeepsIt() {
        var post = published(FULL);

        var answer = put(post, "\"2\"", COMPLETE);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/tlp")).isEqualTo("AMBER+STRICT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\": \"New\"}",
                "{\"title\": \"New\", \"tlp\": null, \"slug\": null, \"publishAt\": null}"
            })
    void aReplacementRemovesTheContentItLeavesOutAndKeepsLabelSlugAndDate(String request) {
        var post = draft(FULL.replace("\"tlp\"", "\"slug\": \"chosen-" + System.nanoTime() + "\", \"tlp\""));
        var slug = send(HttpMethod.GET, post, null).text("/slug");

        var answer = put(post, "\"1\"", request);

        assertThat(answer.json().propertyNames())
                .doesNotContain("standfirst", "series", "period")
                .contains("tags", "bylines");
        assertThat(answer.json().get("tags")).isEmpty();
        assertThat(answer.text("/tlp")).isEqualTo("AMBER+STRICT");
        assertThat(answer.text("/slug")).isEqualTo(slug);
        assertThat(answer.text("/publishAt")).isEqualTo("2016-06-30T10:00:00Z");
    }

    @Test
    void aPostIsInTheLanguageOfTheSiteUntilItNamesAnother() {
        var post = published(COMPLETE);

        var german = patch(post, "\"2\"", "{\"language\": \"de-at\"}");
        var replaced = put(post, "\"3\"", CHANGED);
        var removed = patch(post, "\"4\"", "{\"language\": null}");

        assertThat(send(HttpMethod.GET, "/api/posts?limit=1", null).text("/posts/0/language"))
                .isEqualTo("en");
        assertThat(german.text("/language")).isEqualTo("de-AT");
        assertThat(german.text("/revisedAt")).isEqualTo(german.text("/publishedAt"));
        assertThat(replaced.text("/language")).isEqualTo("de-AT");
        assertThat(removed.text("/language")).isEqualTo("en");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"en_US\"', 422, invalid-post, must be a language tag",
        "'\"klingonisch\"', 422, invalid-post, must be a language tag",
        "'\"xx\"', 422, invalid-post, 'has an unknown language, xx'",
        "5, 400, malformed-request, must be text in quotes",
    })
    void whatIsNoLanguageIsRefused(String language, int status, String problem, String message) {
        var answer = send(HttpMethod.POST, "/api/posts", "{\"title\": \"A\", \"language\": " + language + "}");

        assertProblem(answer, status, problem);
        assertThat(answer.text("/errors/0/field")).isEqualTo("language");
        assertThat(answer.text("/errors/0/message")).startsWith(message);
    }

    @Test
    void theSlugOfADraftFollowsItsTitleUnlessAnEditorChoseIt() {
        var derived = draft("{\"title\": \"The derived one\"}");

        var answer = put(derived, "\"1\"", "{\"title\": \"The other derived one\"}");

        assertThat(answer.text("/slug")).isEqualTo("the-other-derived-one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH"})
    void aChangeThatChangesNothingIsAnsweredWithTheSameTag(String method) {
        var post = published(FULL);
        var before = send(HttpMethod.GET, post, null);

        var answer = method.equals("PUT") ? put(post, "\"2\"", before.body()) : patch(post, "\"2\"", before.body());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().getETag()).isEqualTo("\"2\"");
        assertThat(answer.body()).isEqualTo(before.body());
    }

    @Test
    void aPatchChangesWhatItNamesAndNothingElse() {
        var post = published(FULL);
        var before = send(HttpMethod.GET, post, null);

        var answer = patch(post, "\"2\"", "{\"period\": {\"to\": \"2026-06-29\"}, \"tags\": [\"lures\"]}");

        assertThat(answer.headers().getETag()).isEqualTo("\"3\"");
        assertThat(answer.body())
                .isEqualTo(before.body()
                        .replace("\"revision\":2", "\"revision\":3")
                        .replace("2026-06-28", "2026-06-29")
                        .replace("[\"phishing\"]", "[\"lures\"]"));
    }

    @ParameterizedTest
    @CsvSource({"standfirst", "series", "publishAt"})
    void aPatchRemovesWhatItNamesWithNull(String field) {
        var post = draft(FULL);

        var answer = patch(post, "\"1\"", "{\"" + field + "\": null, \"period\": null}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().propertyNames()).doesNotContain(field, "period");
    }

    @Test
    void aPatchedDraftKeepsASlugThatAnEditorChoseUntilItIsRemoved() {
        var post = draft("{\"title\": \"One\", \"slug\": \"chosen-by-hand\"}");

        var retitled = patch(post, "\"1\"", "{\"title\": \"Two that is patched\"}");
        var removed = patch(post, "\"2\"", "{\"slug\": null}");

        assertThat(retitled.text("/slug")).isEqualTo("chosen-by-hand");
        assertThat(removed.text("/slug")).isEqualTo("two-that-is-patched");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"title": null}                              | title
                    {"tlp": null}                                | tlp
                    {"tlp": "PURPLE"}                            | tlp
                    {"language": "german"}                       | language
                    {"slug": null}                               | slug
                    {"status": "draft"}                          | status
                    {"status": null}                             | status
                    {"revision": 1}                              | revision
                    {"publishedAt": "2015-01-01T00:00:00Z"}      | publishedAt
                    {"publishAt": "2015-01-01T00:00:00Z"}        | publishAt
                    {"body": null}                               | body
                    {"bylines": null}                            | bylines
                    {"period": {"to": null}}                     | period.to
                    {"corrections": [{"text": "No date."}]}      | corrections[0].date
                    {"corrections": [{"date": "2026-11-01", "text": "No time."}]} | corrections[0].date
                    {"corrections": [{"date": "2026-11-01T09:00:00Z"}]}           | corrections[0].text
                    {"corrections": [{"date": "2026-11-01T09:00:00Z", "text": "⠀"}]} | corrections[0].text
                    """)
    void aPatchOfWhatCannotChangeOrBeRemovedIsRefused(String patch, String field) {
        var post = published(FULL);

        var answer = patch(post, "\"2\"", patch);

        assertProblem(answer, 422, "invalid-post");
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"titel": "T"}                  | titel
                    {"titel": null}                 | titel
                    {"period": {"form": null}}      | period.form
                    {"title": 1}                    | title
                    {"tags": [1]}                   | tags[0]
                    """)
    void aPatchOfAnUnknownFieldOrAnotherShapeIsRefusedWithTheField(String patch, String field) {
        var post = draft(FULL);

        var answer = patch(post, "\"1\"", patch);

        assertProblem(answer, 400, "malformed-request");
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(answer.text("/detail")).contains("line 1, column");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "\"T\"", "{", "{} {}", "{\"title\": \"T\", \"title\": \"U\"}"})
    void whatIsNoPatchIsRefused(String patch) {
        var post = draft(FULL);

        assertProblem(patch(post, "\"1\"", patch), 400, "malformed-request");
    }

    @Test
    void aPatchNeedsTheRevision() {
        var post = draft(FULL);
        var request = editor.patch().uri(post).contentType(MediaType.parseMediaType("application/merge-patch+json"));

        var missing = Answer.of(request.bodyValue("{}").exchange().expectBody().returnResult());
        var stale = patch(post, "\"7\"", "{\"title\": \"T\"}");

        assertProblem(missing, 428, "revision-required");
        assertProblem(stale, 412, "stale-revision");
    }

    @Test
    void aPatchInAnotherFormatIsRefusedWithTheOneThatIsTaken() {
        var post = draft(FULL);

        var answer = Answer.of(editor.patch()
                .uri(post)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{}")
                .exchange()
                .expectBody()
                .returnResult());

        assertProblem(answer, 415, "unsupported-media-type");
        assertThat(answer.text("/detail")).contains("application/merge-patch+json");
        assertThat(answer.headers().getFirst("Accept-Patch")).isEqualTo("application/merge-patch+json");
    }

    @Test
    void aPatchIsNotTakenForAReplacement() {
        var post = draft(FULL);

        var answer = Answer.of(editor.put()
                .uri(post)
                .contentType(MediaType.parseMediaType("application/merge-patch+json"))
                .header("If-Match", "\"1\"")
                .bodyValue("{\"title\": \"T\"}")
                .exchange()
                .expectBody()
                .returnResult());

        assertProblem(answer, 415, "unsupported-media-type");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"title": "T", "status": "published"}                     | status
                    {"title": "T", "publishedAt": "2016-01-01T00:00:00Z"}     | publishedAt
                    """)
    void aFieldThatOnlyPublicationSetsIsNotIgnored(String request, String field) {
        var post = draft(FULL);

        var replaced = put(post, "\"1\"", request);
        var created = send(HttpMethod.POST, "/api/posts", request);

        assertProblem(replaced, 422, "invalid-post");
        assertThat(replaced.json().at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(created.json().at("/errors/0/field").asString()).isEqualTo(field);
    }

    @Test
    void correctionsAreReadAsTheyWereWritten() {
        var post = published(FULL);
        var notes = "[{\"date\":\"2016-07-01T08:00:00Z\",\"text\":\"The port was wrong.\"},"
                + "{\"date\":\"2016-07-02T08:00:00.001Z\",\"text\":\"So was the name.\"}]";

        var answer = patch(post, "\"2\"", "{\"corrections\": " + notes + "}");

        assertThat(answer.json().get("corrections").toString()).isEqualTo(notes);
        assertThat(send(HttpMethod.GET, post, null).body()).isEqualTo(answer.body());
    }

    @Test
    void aReplacementWithoutCorrectionsKeepsThemAndTheFieldCorrectionAddsOne() {
        var post = published(FULL);
        var first = patch(post, "\"2\"", "{\"correction\": \"The first.\"}");
        var date = first.json().at("/corrections/0/date").asString();

        var second = put(post, "\"3\"", FULL.replace("\"Text\"", "\"Right text\", \"correction\": \"The second.\""));

        assertThat(second.json().get("corrections"))
                .extracting(note -> note.get("text").asString())
                .containsExactly("The first.", "The second.");
        assertThat(second.json().at("/corrections/0/date").asString()).isEqualTo(date);
        assertThat(second.text("/revisedAt"))
                .isEqualTo(second.json().at("/corrections/1/date").asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]"})
    void aPatchRemovesCorrections(String none) {
        var post = published(FULL);
        assertThat(patch(post, "\"2\"", "{\"correction\": \"Not needed.\"}").status())
                .isEqualTo(200);

        var answer = patch(post, "\"3\"", "{\"corrections\": " + none + "}");

        assertThat(answer.json().get("corrections")).isEmpty();
    }

    @Test
    void aDraftHasNoCorrections() {
        var post = draft(FULL);

        var answer = put(post, "\"1\"", FULL.replace("\"Text\"", "\"Text\", \"correction\": \"Oops.\""));

        assertProblem(answer, 422, "invalid-post");
        assertThat(answer.json().at("/errors/0/field").asString()).startsWith("correction");
        assertThat(send(HttpMethod.GET, post, null).json().has("corrections")).isFalse();
    }

    @Test
    void manyCorrectionsAreRefused() {
        var post = published(FULL);
        var note = "{\"date\": \"2016-07-01T08:00:00Z\", \"text\": \"Wrong.\"}";

        var answer = patch(post, "\"2\"", "{\"corrections\": [" + (note + ",").repeat(50) + note + "]}");

        assertProblem(answer, 422, "invalid-post");
        assertThat(answer.json().get("errors"))
                .map(JsonNode::toString)
                .containsExactly("{\"field\":\"corrections\",\"message\":\"must have at most 50 entries, has 51\"}");
    }
}
