package org.vedette.gateway.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vedette.gateway.GatewayTest;
import org.vedette.gateway.StubService;
import org.vedette.starter.status.ServiceStatus;
import reactor.core.publisher.Mono;

class StatusTests extends GatewayTest {

    @Test
    void programsGetWhatTheServicesTellAndSinceWhenAFunctionDoesNotWork() {
        tell(
                FEED,
                "{\"functions\":{\"reading\":\"works\",\"searching\":\"unavailable\",\"live-updates\":\"limited\"}}");
        tell(POSTS, "{\"functions\":{\"publishing\":\"works\"}}");
        tell(NOTIFICATIONS, "{\"functions\":{\"alerts\":\"works\"}}");

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(read("$.functions[*].status"))
                        .isEqualTo(List.of("works", "unavailable", "limited", "works", "works")));

        assertThat(JsonPath.<String>read(get("/status.json").body(), "$.status"))
                .isEqualTo("unavailable");
        assertThat(read("$.functions[?(@.since)].name")).isEqualTo(List.of("searching", "live-updates"));
        assertThat(read("$.functions[*].since"))
                .allSatisfy(since -> assertThat(Instant.parse(since.toString())).isBefore(Instant.now()));
    }

    @Test
    void peopleGetAPageThatIsKeptForASecond() {
        tell(FEED, "{\"functions\":{\"reading\":\"works\",\"searching\":\"works\",\"live-updates\":\"works\"}}");
        tell(POSTS, "{\"functions\":{\"publishing\":\"works\"}}");
        tell(NOTIFICATIONS, "{\"functions\":{\"alerts\":\"works\"}}");

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() ->
                        assertThat(get("/status", "Accept", "text/html").body()).contains("<h1>Everything works</h1>"));

        var headers = get("/status", "Accept", "text/html").headers();
        assertThat(headers.firstValue("Cache-Control")).contains("max-age=1, public");
        assertThat(String.join(", ", headers.allValues("Vary"))).contains("Accept");
    }

    private List<Object> read(String path) {
        return JsonPath.read(get("/status.json").body(), path);
    }

    private static void tell(StubService service, String status) {
        service.respond(
                ServiceStatus.ADDRESS,
                (request, response) ->
                        response.header("Content-Type", "application/json").sendString(Mono.just(status)));
    }
}
