package org.vedette.post.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.mockJwt;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** What the API refuses because it does not know it, and how it says so. */
class RequestApiTests extends PostApi {

    private static final String ID = "0190163d-8694-739b-aea5-966c26f8ad91";
    private static final Pattern EXAMPLE = Pattern.compile("such as (\\S+)$");

    private final RequestMappingHandlerMapping mapping;

    RequestApiTests(@Autowired WebTestClient anyone, @Autowired RequestMappingHandlerMapping mapping) {
        super(anyone);
        this.mapping = mapping;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ?state=draft      | state   | known are: author, cursor, limit, q, schedule, series, status, tag, tlp
                    ?query=loader     | query   | known are: author, cursor, limit, q, schedule, series, status, tag, tlp
                    ?page=2&limit=2   | page    | known are: author, cursor, limit, q, schedule, series, status, tag, tlp
                    """)
    void anUnknownParameterIsRefusedWithTheKnownOnes(String query, String parameter, String known) {
        var answer = send(HttpMethod.GET, "/api/posts" + query, null);

        assertProblem(answer, 400, "unknown-parameter");
        assertThat(answer.text("/detail")).isEqualTo("The parameter " + parameter + " is not known; " + known + ".");
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(parameter);
    }

    /** Walks the mappings, so that no address is forgotten. */
    @Test
    void everyAddressRefusesAnUnknownParameter() {
        var addresses = mapping.getHandlerMethods().entrySet().stream()
                .filter(handler -> handler.getValue().getBeanType().getName().startsWith("org.vedette.post"))
                .filter(handler -> handler.getKey().getPatternsCondition().getPatterns().stream()
                        .allMatch(path -> path.getPatternString().startsWith("/api/")))
                .toList();

        assertThat(addresses)
                .hasSizeGreaterThan(6)
                .allSatisfy(address -> assertThat(refusal(address.getKey()))
                        .as(address.toString())
                        .isEqualTo("urn:vedette:problem:unknown-parameter"));
    }

    private String refusal(RequestMappingInfo address) {
        return asking(address, "?nonsense=1", "*/*").text("/type");
    }

    private Answer asking(RequestMappingInfo address, String query, String accept) {
        var method = HttpMethod.valueOf(
                address.getMethodsCondition().getMethods().iterator().next().name());
        var path =
                address.getPatternsCondition().getPatterns().iterator().next().getPatternString();
        var type = address.getConsumesCondition().getConsumableMediaTypes();
        var request = editor.method(method)
                .uri(path.replace("{id}", ID)
                                .replace("{slug}", "ada")
                                .replace("{number}", "1")
                                .replaceAll("\\{[a-zA-Z]+(:[^}]*)?}", ID)
                        + query)
                .header(HttpHeaders.ACCEPT, accept);
        return Answer.of(
                (type.isEmpty() ? request : request.contentType(type.iterator().next()))
                        .exchange()
                        .expectBody()
                        .returnResult());
    }

    /** Walks the mappings, so that no change is forgotten. */
    @Test
    void noChangeIsAnsweredAsRefusedBecauseOfWhatTheClientAccepts() {
        var changes = mapping.getHandlerMethods().keySet().stream()
                .filter(address -> address.getMethodsCondition().getMethods().stream()
                        .anyMatch(method -> !method.name().equals("GET")))
                .toList();

        assertThat(changes)
                .hasSizeGreaterThan(40)
                .allSatisfy(
                        address -> assertThat(asking(address, "", "image/png").status())
                                .as(address.toString())
                                .isNotEqualTo(406));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "image/png", "text/html"})
    void aChangeIsAnsweredInJsonWhateverTheClientAccepts(String accept) {
        var post = draft(COMPLETE);

        var published = Answer.of(editor.post()
                .uri(post + "/publication")
                .header(HttpHeaders.ACCEPT, accept)
                .exchange()
                .expectBody()
                .returnResult());

        assertThat(published.status()).isEqualTo(200);
        assertThat(published.headers().getContentType()).isEqualTo(MediaType.APPLICATION_JSON);
        assertThat(published.text("/status")).isEqualTo("published");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void anEmptyDateIsNoDateAtAllAndPublishesNothing(String date) {
        var post = draft(COMPLETE);

        var answer = send(HttpMethod.POST, post + "/publication", "{\"publishAt\": \"" + date + "\"}");

        assertProblem(answer, 422, "invalid-post");
        assertThat(answer.text("/errors/0/field")).isEqualTo("publishAt");
        assertThat(send(HttpMethod.GET, post, null).text("/status")).isEqualTo("draft");
    }

    @ParameterizedTest
    @ValueSource(strings = {"publishAt", "tlp"})
    void anEmptyFieldThatDecidesWhoSeesAPostIsNotTakenAsMissing(String field) {
        var answer = send(
                HttpMethod.POST, "/api/posts", COMPLETE.replace("{\"title\"", "{\"" + field + "\": \"\", \"title\""));

        assertProblem(answer, 422, "invalid-post");
        assertThat(answer.text("/errors/0/field")).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PATCH | ''             | {\"duplicatePeriod\": \"yes\"} | duplicatePeriod | must be true or false",
                "PATCH | ''             | {\"duplicatePeriod\": 5}       | duplicatePeriod | must be true or false",
                "POST  | /publication   | {\"quiet\": \"true\"}          | quiet           | must be true or false",
                "POST  | /publication   | {\"quiet\": 1}                 | quiet           | must be true or false",
                "POST  | /preview-links | {\"days\": \"7\"}              | days            | must be a whole number",
                "POST  | /preview-links | {\"days\": 1.5}                | days            | must be a whole number",
                "POST  | /preview-links | {\"days\": 99999999999}        | days            | must be a whole number, and not so large",
                "PUT   | /autosave      | {\"revision\": \"x\"}          | revision        | must be a whole number",
                "PUT   | /autosave      | {\"revision\": -5}             | revision        | must be that of the post",
                "PUT   | /autosave      | {}                           | fields          | is missing",
                "PUT   | /autosave      | {\"fields\": {\"tilte\": []}}  | fields.tilte    | is not known; known are: "
            })
    void aValueOfAnotherTypeIsRefusedAndNotGuessed(
            String method, String path, String body, String field, String message) {
        var post = draft(COMPLETE);

        var answer = method.equals("PATCH")
                ? patch(post, "\"1\"", body)
                : send(HttpMethod.valueOf(method), post + path, body);

        assertProblem(answer, 400, "malformed-request");
        assertThat(answer.text("/errors/0/field")).isEqualTo(field);
        assertThat(answer.text("/errors/0/message")).startsWith(message);
        assertThat(send(HttpMethod.GET, post, null).text("/status")).isEqualTo("draft");
    }

    static Stream<String> malformedJson() {
        return Stream.of(
                "{",
                "{\"title\": \"T",
                "{\"title\": NaN}",
                "{\"title\": " + "1".repeat(5000) + "}",
                "{\"title\": \"\\q\"}",
                "[".repeat(2000),
                "{\"title\": " + "[".repeat(2000));
    }

    @ParameterizedTest
    @MethodSource("malformedJson")
    void whatIsWrongWithJsonIsSaidWithoutTheWordsOfTheParser(String body) {
        var answer = send(HttpMethod.POST, "/api/posts", body);

        assertProblem(answer, 400, "malformed-request");
        assertThat(answer.text("/detail")).doesNotContain("`", "Source", "Feature", "Constraints", "REDACTED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null"})
    void aRequestWithoutABodyIsToldToSendOne(String body) {
        assertThat(send(HttpMethod.POST, "/api/posts", body).text("/detail")).contains("send a JSON object");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/posts, application/json",
        "PATCH, '', application/merge-patch+json",
        "POST, /publication, application/json"
    })
    void bytesThatAreNotUtf8AreRefused(String method, String path, String type) {
        var post = draft(COMPLETE);
        var overlong = "{\"note\": \"??\"}".getBytes(StandardCharsets.US_ASCII);
        overlong[10] = (byte) 0xC0;
        overlong[11] = (byte) 0xAF;

        var answer = Answer.of(editor.method(HttpMethod.valueOf(method))
                .uri(path.startsWith("/api") ? path : post + path)
                .contentType(MediaType.parseMediaType(type))
                .header(HttpHeaders.IF_MATCH, "\"1\"")
                .bodyValue(overlong)
                .exchange()
                .expectBody()
                .returnResult());

        assertProblem(answer, 400, "malformed-request");
        assertThat(answer.text("/detail")).contains("UTF-8");
    }

    @Test
    void aParameterThatIsMissingIsNamed() {
        var answer = send(HttpMethod.DELETE, "/api/redirects", null);

        assertProblem(answer, 400, "malformed-request");
        assertThat(answer.text("/detail")).isEqualTo("The parameter from is missing: add it to the address.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/authors", "/api/redirects", "/studio/authors", "/studio/redirects"})
    void theListsThatNameWhatIsInAllPostsAreForEditors(String address) {
        var author = anyone.mutateWith(mockJwt().authorities(new SimpleGrantedAuthority("ROLE_author")));

        author.get().uri(address).exchange().expectStatus().isForbidden();
        editor.get().uri(address).exchange().expectStatus().isOk();
    }

    @Test
    void aPublicationTakesNoParameter() {
        var post = draft(COMPLETE);

        var answer = send(HttpMethod.POST, post + "/publication?publishAt=2027-01-01T00:00:00Z", null);

        assertProblem(answer, 400, "unknown-parameter");
        assertThat(answer.text("/detail")).isEqualTo("The parameter publishAt is not known; this address takes none.");
        assertThat(send(HttpMethod.GET, post, null).text("/status")).isEqualTo("draft");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"when\": \"2027-01-01T00:00:00Z\"}", "{\"publishAt\": 5}", "now", "[]", "null"})
    void aPublicationWithAnUnreadableBodyIsRefused(String body) {
        var post = draft(COMPLETE);

        var answer = send(HttpMethod.POST, post + "/publication", body);

        assertProblem(answer, 400, "malformed-request");
        assertThat(send(HttpMethod.GET, post, null).text("/status")).isEqualTo("draft");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "{}", " { } "})
    void aBodyThatAsksForNothingIsTaken(String body) {
        var post = draft(COMPLETE);

        assertThat(send(HttpMethod.POST, post + "/publication", body).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "0", "101", "-1", "1.5", "1&limit=2", "99999999999", "%C2%B2"})
    void aLimitThatIsNoneIsRefusedWithWhatIsAllowed(String limit) {
        var answer = send(HttpMethod.GET, "/api/posts?limit=" + limit, null);

        assertProblem(answer, 400, "malformed-request");
        assertThat(answer.text("/detail")).isEqualTo("The parameter limit must be a whole number from 1 to 100.");
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("limit");
    }

    static Stream<List<String>> badDates() {
        return Stream.of(
                List.of("publishAt", "{\"title\": \"T\", \"publishAt\": \"%s\"}", "2016-06-30"),
                List.of("publishAt", "{\"title\": \"T\", \"publishAt\": \"%s\"}", "2016-06-31T12:00:00Z"),
                List.of(
                        "period.from",
                        "{\"title\": \"T\", \"series\": \"weekly-phishing-report\","
                                + " \"period\": {\"from\": \"%s\", \"to\": \"2026-07-01\"}}",
                        "2016-06-30T12:00:00Z"),
                List.of(
                        "period.to",
                        "{\"title\": \"T\", \"series\": \"weekly-phishing-report\","
                                + " \"period\": {\"from\": \"2016-01-01\", \"to\": \"%s\"}}",
                        "2016-02-30"));
    }

    @ParameterizedTest
    @MethodSource("badDates")
    void aBadDateIsRefusedWithAFormThatItsFieldTakes(List<String> date) {
        var refused = send(HttpMethod.POST, "/api/posts", date.get(1).formatted(date.get(2)));
        var message = refused.json().at("/errors/0/message").asString();
        var example = EXAMPLE.matcher(message);

        assertProblem(refused, 422, "invalid-post");
        assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo(date.get(0));
        assertThat(example.find()).as(message).isTrue();
        var accepted = send(HttpMethod.POST, "/api/posts", date.get(1).formatted(example.group(1)));
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(201);
    }

    @Test
    void theDateOfACorrectionIsRefusedWithAFormThatItTakes() {
        var post = published(COMPLETE.replace("\"body\"", "\"publishAt\": \"2016-06-01T00:00:00Z\", \"body\""));
        var patch = "{\"corrections\": [{\"date\": \"%s\", \"text\": \"It was wrong.\"}]}";

        var refused = patch(post, "\"2\"", patch.formatted("2016-06-30"));

        var example = EXAMPLE.matcher(refused.json().at("/errors/0/message").asString());
        assertThat(example.find()).isTrue();
        assertThat(patch(post, "\"2\"", patch.formatted(example.group(1))).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?limit=3"})
    void aListIsNotSentAgainUntilItChanges(String query) {
        var post = draft(COMPLETE);
        var tag = send(HttpMethod.GET, "/api/posts" + query, null).tag();

        var same = get("/api/posts" + query, tag);
        assertThat(put(post, "\"1\"", CHANGED).status()).isEqualTo(200);
        var changed = get("/api/posts" + query, tag);

        assertThat(same.status()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(same.headers().getETag()).isEqualTo(tag);
        assertThat(changed.status()).isEqualTo(200);
    }

    @Test
    void aPostIsNotSentAgainUntilItChanges() {
        var post = draft(COMPLETE);

        var same = get(post, "\"7\", \"1\"");
        assertThat(put(post, "\"1\"", CHANGED).status()).isEqualTo(200);
        var changed = get(post, "\"1\"");

        assertThat(same.status()).isEqualTo(304);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.headers().getETag()).isEqualTo("\"2\"");
    }

    @Test
    void theSeriesAreNotSentAgain() {
        var tag = send(HttpMethod.GET, "/api/series", null).tag();

        assertThat(get("/api/series", tag).status()).isEqualTo(304);
    }

    private Answer get(String address, String ifNoneMatch) {
        return Answer.of(editor.get()
                .uri(address)
                .header(HttpHeaders.IF_NONE_MATCH, ifNoneMatch)
                .exchange()
                .expectBody()
                .returnResult());
    }
}
