package org.vedette.starter.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProblemHandlerTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final JsonMapper json = new JsonMapper();

    @Test
    void aProblemIsWrittenAsTheStandardHasIt() {
        var problem = Problem.of(StandardProblem.NOT_FOUND, "Look elsewhere.")
                .with("limit", 7)
                .withHeader("X-Test", "yes");
        var exchange = exchange("*/*");

        handle(exchange, new ProblemException(problem));

        assertThat(exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(exchange.getResponse().getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(exchange.getResponse().getHeaders().getCacheControl()).isEqualTo("no-store");
        assertThat(exchange.getResponse().getHeaders().getFirst("X-Test")).isEqualTo("yes");
        assertThat(body(exchange))
                .isEqualTo(
                        "{\"type\":\"urn:vedette:problem:not-found\",\"title\":\"There is nothing at this address\","
                                + "\"status\":404,\"detail\":\"Look elsewhere.\",\"instance\":\"/a\",\"requestId\":\"id-1\",\"limit\":7}");
    }

    @Test
    void ofTheHeadersThatWereSetOnlyTheServedStateIsKept() {
        var exchange = exchange("*/*");
        exchange.getResponse().getHeaders().set("Vedette-State", "7");
        exchange.getResponse().getHeaders().set("ETag", "\"of a page\"");

        handle(exchange, new ProblemException(Problem.of(StandardProblem.NOT_FOUND, "Look elsewhere.")));

        assertThat(exchange.getResponse().getHeaders().getFirst("Vedette-State"))
                .isEqualTo("7");
        assertThat(exchange.getResponse().getHeaders().getFirst("ETag")).isNull();
    }

    @Test
    void whatAFullSchedulerRejectsIsTriedAgainByTheClient() {
        var exchange = exchange("*/*");

        handle(exchange, new IllegalStateException(new RejectedExecutionException("Scheduler is full")));

        assertThat(exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(exchange.getResponse().getHeaders().getFirst("Retry-After")).isEqualTo("5");
        assertThat(body(exchange)).contains("send this one again").doesNotContain("Scheduler is full");
    }

    @Test
    void aTypeHasOneTitle() {
        var titles = Arrays.stream(StandardProblem.values())
                .collect(Collectors.groupingBy(
                        StandardProblem::uri, Collectors.mapping(StandardProblem::title, Collectors.toSet())));

        assertThat(titles.values()).allSatisfy(of -> assertThat(of).hasSize(1));
    }

    @ParameterizedTest
    @CsvSource({
        "400, malformed-request",
        "404, not-found",
        "406, not-acceptable",
        "415, unsupported-media-type",
        "418, malformed-request",
        "503, upstream-unavailable"
    })
    void whatTheFrameworkRefusesKeepsItsStatus(int status, String type) {
        var exchange = exchange("*/*");

        handle(exchange, new ResponseStatusException(HttpStatusCode.valueOf(status)));

        assertThat(read(exchange).get("status").asInt()).isEqualTo(status);
        assertThat(read(exchange).get("type").asString()).isEqualTo("urn:vedette:problem:" + type);
    }

    @Test
    void theReasonWeGaveOurselvesIsTold() {
        var exchange = exchange("*/*");

        handle(exchange, new ResponseStatusException(HttpStatus.BAD_REQUEST, "Give a date."));

        assertThat(read(exchange).get("detail").asString()).isEqualTo("Give a date.");
    }

    @Test
    void theWordsOfTheFrameworkStayInside() {
        var exchange = exchange("*/*");

        handle(exchange, new ServerWebInputException("Failed to read org.example.Thing"));

        assertThat(body(exchange)).doesNotContain("org.example");
    }

    @Test
    void methodsThatComeWithOthersAreNamedInAllow() {
        var exchange = exchange("*/*");

        handle(exchange, new MethodNotAllowedException(HttpMethod.PUT, Set.of(HttpMethod.GET)));

        assertThat(exchange.getResponse().getHeaders().getFirst("Allow")).isEqualTo("GET, HEAD, OPTIONS");
    }

    @Test
    void aRequestThatIsTooLargeIsRefusedHoweverDeepTheCause() {
        var exchange = exchange("*/*");

        handle(exchange, new ServerWebInputException("", null, new DataBufferLimitException("10 bytes")));

        assertThat(exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
    }

    @Test
    void anUnexpectedFailureTellsNothingOfItself() {
        var exchange = exchange("*/*");

        handle(exchange, new IllegalStateException("password=secret"));

        assertThat(exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.INTERNAL_SERVER_ERROR);
        assertThat(body(exchange)).doesNotContain("secret");
    }

    @Test
    void anOutageSaysWhenToTryAgain() {
        var exchange = exchange("*/*");

        handle(exchange, new ProblemException(Problem.of(StandardProblem.UPSTREAM_UNAVAILABLE, "Wait.")));

        assertThat(exchange.getResponse().getHeaders().getFirst("Retry-After")).isEqualTo("5");
    }

    @Test
    void aProblemCanNameItsOwnTimeToTryAgain() {
        var problem = Problem.of(StandardProblem.UPSTREAM_UNAVAILABLE, "Wait.").withHeader("Retry-After", "30");
        var exchange = exchange("*/*");

        handle(exchange, new ProblemException(problem));

        assertThat(exchange.getResponse().getHeaders().get("Retry-After")).containsExactly("30");
    }

    @Test
    void aServiceTranslatesItsOwnFailuresFirst() {
        ProblemMapper own = (failure, exchange) -> failure instanceof IllegalStateException
                ? Optional.of(Problem.of(StandardProblem.FORBIDDEN, "Ours."))
                : Optional.empty();
        var exchange = exchange("*/*");

        handler(List.of(own), null)
                .handle(exchange, new IllegalStateException())
                .block(TIMEOUT);

        assertThat(exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
    }

    @Test
    void aDeniedTokenIsForbidden() {
        var exchange = exchange("*/*");

        handler(List.of(new SecurityProblems()), null)
                .handle(exchange, new AccessDeniedException("no"))
                .block(TIMEOUT);

        assertThat(exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html,application/xhtml+xml,*/*;q=0.8 | true",
                "*/* | false",
                "application/json, text/html;q=0.5 | false",
                "text/html;q=0 | false",
                "text/*;q=0.1 | true",
                "nonsense | false"
            })
    void peopleGetAPageAndProgramsJson(String accept, boolean page) {
        var exchange = exchange(accept);

        handler(List.of(), (problem, requestId) -> "<p>page</p>".getBytes(StandardCharsets.UTF_8))
                .handle(exchange, new ResponseStatusException(HttpStatus.NOT_FOUND))
                .block(TIMEOUT);

        assertThat(body(exchange).startsWith("<p>")).isEqualTo(page);
        assertThat(exchange.getResponse().getHeaders().getFirst("Vary")).isEqualTo("Accept");
    }

    @Test
    void aResponseThatHasBegunIsLeftAlone() {
        var exchange = exchange("*/*");
        exchange.getResponse().setComplete().block(TIMEOUT);
        var failure = new IllegalStateException();

        var outcome = handler(List.of(), null)
                .handle(exchange, failure)
                .onErrorResume(same -> same == failure ? Mono.empty() : Mono.error(same));

        assertThat(outcome.block(TIMEOUT)).isNull();
    }

    private void handle(MockServerWebExchange exchange, Throwable failure) {
        handler(List.of(), null).handle(exchange, failure).block(TIMEOUT);
    }

    private ProblemHandler handler(List<ProblemMapper> mappers, @Nullable ProblemPage page) {
        return new ProblemHandler(mappers, new ProblemWriter(json, page), new ProblemLog(Clock.systemUTC()));
    }

    private static MockServerWebExchange exchange(String accept) {
        return MockServerWebExchange.from(
                MockServerHttpRequest.get("/a").header("Accept", accept).header("X-Request-Id", "id-1"));
    }

    private static String body(MockServerWebExchange exchange) {
        return String.valueOf(exchange.getResponse().getBodyAsString().block(TIMEOUT));
    }

    private JsonNode read(MockServerWebExchange exchange) {
        return json.readTree(body(exchange));
    }
}
