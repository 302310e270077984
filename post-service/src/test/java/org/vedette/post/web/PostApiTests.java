package org.vedette.post.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.mockJwt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.reactive.server.WebTestClient;

class PostApiTests extends PostApi {

    PostApiTests(@Autowired WebTestClient anyone) {
        super(anyone);
    }

    @Test
    void aDraftIsCreated() {
        var answer = send(HttpMethod.POST, "/api/posts", COMPLETE);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.headers().getETag()).isEqualTo("\"1\"");
        assertThat(answer.headers().getLocation()).hasToString("/api/posts/" + answer.text("/id"));
        assertThat(answer.text("/status")).isEqualTo("draft");
        assertThat(answer.text("/tlp")).isEqualTo("CLEAR");
        assertThat(answer.text("/permalink")).startsWith("http://localhost:8080/posts/a-loader");
    }

    @Test
    void aDraftIsReadAsItWasSent() {
        var sent = """
                {"title": "Week 26", "standfirst": "Three lures.", "body": "Text", "bylines": [{"name": "Ada Example"}],
                 "tags": ["Phishing"], "series": "weekly-phishing-report",
                 "period": {"from": "2026-06-22", "to": "2026-06-28"}, "slug": "week-26", "tlp": "GREEN",
                 "publishAt": "2026-06-30T12:00:00+02:00"}
                """;

        var answer = send(HttpMethod.GET, location(send(HttpMethod.POST, "/api/posts", sent)), null);

        assertThat(answer.json().at("/period/to").asString()).isEqualTo("2026-06-28");
        assertThat(answer.text("/publishAt")).isEqualTo("2026-06-30T10:00:00Z");
        assertThat(answer.json().at("/tags/0").asString()).isEqualTo("phishing");
        assertThat(answer.text("/series")).isEqualTo("weekly-phishing-report");
        assertThat(answer.text("/slug")).isEqualTo("week-26");
    }

    @Test
    void aPublishedPostHasItsStatusAndDates() {
        var post = location(send(HttpMethod.POST, "/api/posts", COMPLETE));

        var answer = send(HttpMethod.POST, post + "/publication", null);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().getETag()).isEqualTo("\"2\"");
        assertThat(answer.text("/status")).isEqualTo("published");
        assertThat(answer.text("/publishedAt"))
                .isEqualTo(answer.text("/revisedAt"))
                .isNotEmpty();
        assertProblem(send(HttpMethod.POST, post + "/publication", null), 409, "already-published");
    }

    @Test
    void anAnswerCanBeChangedAndSentAgain() {
        var post = location(send(HttpMethod.POST, "/api/posts", COMPLETE));
        var published = send(HttpMethod.POST, post + "/publication", null);

        var revised = put(post, "\"2\"", published.body().replace("It *waits*.", "It *slept*."));

        assertThat(revised.status()).isEqualTo(200);
        assertThat(revised.headers().getETag()).isEqualTo("\"3\"");
        assertThat(revised.text("/body")).isEqualTo("It *slept*.");
    }

    @Test
    void aRevisionIsNeededToReplaceAPost() {
        var post = location(send(HttpMethod.POST, "/api/posts", COMPLETE));

        assertProblem(send(HttpMethod.PUT, post, COMPLETE), 428, "revision-required");
    }

    @Test
    void aStaleRevisionIsRefusedWithTheCurrentOne() {
        var post = location(send(HttpMethod.POST, "/api/posts", COMPLETE));
        assertThat(put(post, "\"1\"", CHANGED).status()).isEqualTo(200);

        var answer = put(post, "\"1\"", COMPLETE);

        assertProblem(answer, 412, "stale-revision");
        assertThat(answer.json().at("/currentRevision").asInt()).isEqualTo(2);
    }

    @Test
    void publicationRespectsIfMatch() {
        var post = location(send(HttpMethod.POST, "/api/posts", COMPLETE));

        var answer = Answer.of(editor.post()
                .uri(post + "/publication")
                .header(HttpHeaders.IF_MATCH, "\"7\"")
                .exchange()
                .expectBody()
                .returnResult());

        assertProblem(answer, 412, "stale-revision");
    }

    @Test
    void aStarMatchesAnyRevision() {
        var post = location(send(HttpMethod.POST, "/api/posts", COMPLETE));

        assertThat(put(post, "*", COMPLETE).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"one\"", "W/\"1\"", "\"0\"", "\"1\", \"2\"", "\"99999999999999999999\""})
    void aMalformedRevisionIsRefused(String ifMatch) {
        var post = location(send(HttpMethod.POST, "/api/posts", COMPLETE));

        assertProblem(put(post, ifMatch, COMPLETE), 400, "malformed-request");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                                           | title
                    {"title": ""}                                                | title
                    {"title": null}                                              | title
                    {"title": "T", "bylines": [null]}                            | bylines[0]
                    {"title": "T", "bylines": [{"affiliation": "A"}]}            | bylines[0]
                    {"title": "T", "tags": ["a", null]}                          | tags[1]
                    {"title": "T", "tags": ["a/b"]}                              | tags[0]
                    {"title": "T", "body": "a\\u0000b"}                          | body
                    {"title": "T\\ud800"}                                        | title
                    {"title": "T", "slug": "Not A Slug"}                         | slug
                    {"title": "T", "tlp": "PURPLE"}                              | tlp
                    {"title": "T", "publishAt": "yesterday"}                     | publishAt
                    {"title": "T", "publishAt": "2026-06-30"}                    | publishAt
                    {"title": "T", "publishAt": "2999-01-01T00:00:00Z"}          | publishAt
                    {"title": "T", "publishedAt": "2016-01-01T00:00:00Z"}        | publishedAt
                    {"title": "T", "correction": "C"}                            | correction
                    {"title": "T", "period": {}}                                 | period.from
                    {"title": "T", "period": {"from": "2026-02-30", "to": "2026-03-01"}} | period.from
                    {"title": "T", "period": {"from": "2026-03-02", "to": "2026-03-01"}} | period
                    {"title": "T", "period": {"from": "2026-03-01", "to": "2026-03-02"}} | period
                    """)
    void anInvalidFieldIsNamed(String request, String field) {
        var answer = send(HttpMethod.POST, "/api/posts", request);

        assertProblem(answer, 422, "invalid-post");
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(answer.json().at("/errors/0/message").asString()).isNotBlank();
    }

    @Test
    void allInvalidFieldsAreNamedAtOnce() {
        var answer = send(HttpMethod.POST, "/api/posts", "{\"title\": \" \", \"tlp\": \"X\", \"slug\": \"-\"}");

        assertThat(answer.json().get("errors")).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"title": "T", "titel": "T"}    | titel
                    {"title": 1}                    | title
                    {"title": true}                 | title
                    {"title": ["T"]}                | title
                    {"title": "T", "tags": "a"}     | tags
                    {"title": "T", "tags": [1]}     | tags[0]
                    {"title": "T", "bylines": ["A"]} | bylines[0]
                    {"title": "T", "period": "W26"} | period
                    """)
    void jsonOfAnotherShapeIsRefusedWithTheField(String request, String field) {
        var answer = send(HttpMethod.POST, "/api/posts", request);

        assertProblem(answer, 400, "malformed-request");
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(answer.text("/detail")).contains("line 1, column").doesNotContain("org.vedette", "java.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\": \"T\"",
                "{\"title\": \"T\",}",
                "nonsense",
                "{\"title\": \"T\"} more",
                "{\"title\": \"T\", \"title\": \"U\"}",
                "[]",
                "null",
                "\"T\"",
                ""
            })
    void whatIsNoPostInJsonIsRefused(String request) {
        assertProblem(send(HttpMethod.POST, "/api/posts", request), 400, "malformed-request");
    }

    @Test
    void malformedJsonIsRefusedWithThePlace() {
        var answer = send(HttpMethod.POST, "/api/posts", "{\"title\": \"T\",\n \"body\": oops}");

        assertThat(answer.text("/detail")).contains("line 2");
    }

    @Test
    void anUnknownSeriesIsRefusedWithTheKnownOnes() {
        var answer = send(HttpMethod.POST, "/api/posts", "{\"title\": \"T\", \"series\": \"\\ud800monthly\"}");

        assertProblem(answer, 422, "unknown-series");
        assertThat(answer.text("/detail")).contains("weekly-phishing-report");
    }

    @Test
    void aSlugThatIsTakenIsRefused() {
        var request = "{\"title\": \"T\", \"slug\": \"taken\"}";
        assertThat(send(HttpMethod.POST, "/api/posts", request).status()).isEqualTo(201);

        assertProblem(send(HttpMethod.POST, "/api/posts", request), 409, "slug-taken");
    }

    @Test
    void aBodyOverTheLimitIsRefusedWithTheLimit() {
        var answer = send(HttpMethod.POST, "/api/posts", "{\"title\": \"T\", \"body\": \"" + "é".repeat(1025) + "\"}");

        assertProblem(answer, 413, "request-too-large");
        assertThat(answer.json().at("/limit").asInt()).isEqualTo(2048);
        assertThat(answer.text("/field")).isEqualTo("body");
    }

    @Test
    void aRequestOverEveryLimitIsRefusedWithTheLimit() {
        var answer =
                send(HttpMethod.POST, "/api/posts", "{\"title\": \"T\", \"body\": \"" + "a".repeat(1_000_000) + "\"}");

        assertProblem(answer, 413, "request-too-large");
        assertThat(answer.json().at("/limit").asInt()).isEqualTo(6 * 2048 + 256 * 1024);
    }

    @Test
    void anIncompleteDraftIsNotPublished() {
        var post = location(send(HttpMethod.POST, "/api/posts", "{\"title\": \"T\"}"));

        var answer = send(HttpMethod.POST, post + "/publication", null);

        assertProblem(answer, 422, "invalid-post");
        assertThat(answer.json().get("errors"))
                .extracting(error -> error.get("field").asString())
                .containsExactly("body", "bylines");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/api/posts/0190163d-8694-739b-aea5-966c26f8ad91,404,unknown-post",
        "GET,/api/posts/1,404,unknown-post",
        "POST,/api/posts/not-an-id/publication,404,unknown-post",
        "GET,/api/nothing,404,not-found",
        "GET,/api/posts/1/nothing,404,not-found",
        "GET,/elsewhere,404,not-found",
        "DELETE,/api/posts,405,method-not-allowed",
        "PATCH,/api/posts,405,method-not-allowed",
        "PATCH,/api/posts/1,415,unsupported-media-type"
    })
    void whatIsNotThereIsAProblem(String method, String address, int status, String problem) {
        assertProblem(send(HttpMethod.valueOf(method), address, null), status, problem);
    }

    @Test
    void aMethodThatIsNotPossibleIsAnsweredWithThoseThatAre() {
        assertThat(send(HttpMethod.DELETE, "/api/posts", null).headers().getAllow())
                .contains(HttpMethod.GET, HttpMethod.POST);
    }

    @Test
    void onlyJsonIsUnderstood() {
        var answer = Answer.of(editor.post()
                .uri("/api/posts")
                .contentType(MediaType.TEXT_PLAIN)
                .bodyValue("title=T")
                .exchange()
                .expectBody()
                .returnResult());

        assertProblem(answer, 415, "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/posts", "/api/series", "/api/nothing"})
    void withoutATokenNothingIsAnswered(String address) {
        var answer = Answer.of(anyone.get().uri(address).exchange().expectBody().returnResult());

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers().getFirst(HttpHeaders.WWW_AUTHENTICATE)).isEqualTo("Bearer");
        assertThat(answer.text("/type")).isEqualTo("urn:vedette:problem:unauthenticated");
    }

    @Test
    void aReaderIsForbidden() {
        var answer = Answer.of(anyone.mutateWith(mockJwt().authorities(new SimpleGrantedAuthority("ROLE_reader")))
                .get()
                .uri("/api/posts")
                .exchange()
                .expectBody()
                .returnResult());

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text("/type")).isEqualTo("urn:vedette:problem:forbidden");
    }

    @Test
    void theSeriesAreListed() {
        var answer = send(HttpMethod.GET, "/api/series", null);

        assertThat(answer.json().at("/series/0/slug").asString()).isEqualTo("weekly-phishing-report");
        assertThat(answer.json().at("/series/0/title").asString()).isEqualTo("Weekly Phishing Report");
        assertThat(answer.json().at("/series/1/cadence").asString()).isEqualTo("weekly");
    }

    @Test
    void thePostsAreListedNewestFirstWithoutTheirBodies() {
        var id = send(HttpMethod.POST, "/api/posts", COMPLETE).text("/id");

        var answer = send(HttpMethod.GET, "/api/posts?limit=1", null);

        assertThat(answer.json().get("posts")).hasSize(1);
        assertThat(answer.json().at("/posts/0/id").asString()).isEqualTo(id);
        assertThat(answer.json().at("/posts/0").has("body")).isFalse();
    }

    @Test
    void aStaleRevisionIsAnsweredWithTheseMembers() {
        var post = location(send(HttpMethod.POST, "/api/posts", COMPLETE));
        assertThat(put(post, "\"1\"", CHANGED).status()).isEqualTo(200);

        var answer = put(post, "\"1\"", COMPLETE);

        assertThat(answer.body())
                .startsWith("{\"type\":\"urn:vedette:problem:stale-revision\","
                        + "\"title\":\"The post was changed meanwhile\",\"status\":412,"
                        + "\"detail\":\"The post was changed meanwhile and is at revision 2: read it again and repeat the"
                        + " change on it.\",\"instance\":\"" + post
                        + "\",\"requestId\":\"r-1\",\"currentRevision\":2,"
                        + "\"changes\":[{\"revision\":2,\"by\":\"user\",\"at\":\"")
                .endsWith("\",\"changed\":[\"body\"]}]}");
        assertThat(answer.headers().getCacheControl()).isEqualTo("no-store");
    }

    @Test
    void aBodyOverTheLimitIsAnsweredWithTheseMembers() {
        var answer = send(HttpMethod.POST, "/api/posts", "{\"title\": \"T\", \"body\": \"" + "a".repeat(2049) + "\"}");

        assertThat(answer.body())
                .isEqualTo("{\"type\":\"urn:vedette:problem:request-too-large\","
                        + "\"title\":\"The request is too large\",\"status\":413,"
                        + "\"detail\":\"The body has 2049 bytes, the limit is 2048: shorten it, or publish it in parts.\","
                        + "\"instance\":\"/api/posts\",\"requestId\":\"r-1\",\"field\":\"body\",\"limit\":2048}");
    }

    @Test
    void malformedJsonIsAnsweredWithTheseMembers() {
        var answer = send(HttpMethod.POST, "/api/posts", "{\"title\": [\"T\"]}");

        assertThat(answer.body())
                .isEqualTo("{\"type\":\"urn:vedette:problem:malformed-request\","
                        + "\"title\":\"The request cannot be read\",\"status\":400,"
                        + "\"detail\":\"The field title must be text in quotes (line 1, column 11).\","
                        + "\"instance\":\"/api/posts\",\"requestId\":\"r-1\","
                        + "\"errors\":[{\"field\":\"title\",\"message\":\"must be text in quotes\"}]}");
    }
}
