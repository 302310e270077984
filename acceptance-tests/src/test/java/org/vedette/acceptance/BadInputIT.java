package org.vedette.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bad input through the gateway: the right status, one shape of error, a sentence that helps. */
class BadInputIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RunningSuite suite = RunningSuite.get();
    private final Editor editor = suite.editor();

    @Test
    void aBlankTitleIsRefusedByItsField() {
        var problem = refused(422, editor.draft(Manuscript.titled(" \t ").json()));

        assertThat(problem.get("errors").get(0).get("field").asString()).isEqualTo("title");
    }

    @Test
    void aBodyOverTheLimitIsRefusedWithTheLimit() {
        var huge = Manuscript.titled("Huge").with("body", "word ".repeat(200_000));

        var problem = refused(413, editor.draft(huge.json()));

        assertThat(problem.get("limit").asLong()).isPositive();
    }

    @Test
    void aRequestFarOverTheLimitIsRefusedWithTheLimit() {
        var huge = Manuscript.titled("Huge").with("body", "word ".repeat(2_000_000));

        var problem = refused(413, editor.draft(huge.json()));

        assertThat(problem.get("limit").asLong()).isPositive();
    }

    @Test
    void malformedJsonIsRefused() {
        refused(400, editor.draft("{\"title\": \"Half a docum"));
    }

    @Test
    void anUnknownSeriesIsRefusedByName() {
        var problem = refused(
                422,
                editor.draft(Manuscript.titled("Lost")
                        .with("series", "no-such-series")
                        .json()));

        assertThat(problem.get("detail").asString()).contains("no-such-series");
    }

    @Test
    void aDateThatIsNoneIsRefused() {
        refused(
                422,
                editor.draft(Manuscript.titled("Undated")
                        .with("publishAt", "yesterday")
                        .json()));
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsIsRefused() {
        var backwards = Manuscript.titled("Backwards")
                .with("series", "weekly-phishing-report")
                .with("period", Map.of("from", "2026-11-08", "to", "2026-11-02"));

        refused(422, editor.draft(backwards.json()));
    }

    @Test
    void aRevisionOfWhatSomebodyElseChangedIsRefused() {
        var post = editor.publishes(Manuscript.titled("Changed by two"));
        Editor.expect(
                200,
                editor.revise(
                        post.id(),
                        post.etag(),
                        Manuscript.titled("Changed by the first").json()));

        var problem = refused(
                412,
                editor.revise(
                        post.id(),
                        post.etag(),
                        Manuscript.titled("Changed too late").json()));

        assertThat(problem.get("currentRevision").asLong()).isGreaterThan(1);
    }

    @Test
    void aRequestWithoutATokenIsRefused() {
        var answer =
                new Editor(suite.site(), "").draft(Manuscript.titled("Nobody").json());

        refused(401, answer);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("Bearer"));
    }

    @Test
    void aTokenWithAnotherRoleIsRefused() {
        refused(
                403,
                suite.userWithoutEditorRole()
                        .draft(Manuscript.titled("Not mine to write").json()));
    }

    @Test
    void anUnknownPostIsNotFound() {
        refused(404, editor.publish("0192f0c4-7a10-7c3e-9b1d-3f5a6c7d8e9f"));
    }

    @Test
    void theActuatorIsNotReachableThroughTheGateway() {
        var tricks = List.of("/actuator", "/actuator/health", "/posts/..%2factuator/health", "//actuator/health");

        assertThat(tricks)
                .allSatisfy(path ->
                        assertThat(suite.reader().asksFor(path).statusCode()).isBetween(400, 404));
    }

    @Test
    void everyAnswerCarriesARequestIdAndTheSecurityHeaders() {
        var answers = List.of("/", "/posts/no-such-post", "/api/posts", "/no/such/place");

        assertThat(answers)
                .allSatisfy(path -> assertThat(
                                suite.reader().asksFor(path).headers().map())
                        .containsKeys("x-request-id", "content-security-policy", "x-content-type-options"));
    }

    private static JsonNode refused(int status, HttpResponse<String> answer) {
        Editor.expect(status, answer);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        var problem = JSON.readTree(answer.body());
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("type").asString()).startsWith("urn:vedette:problem:");
        assertThat(problem.get("detail").asString()).isNotBlank();
        return problem;
    }
}
