package org.vedette.feed.serving.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.updates.ChangeLag;
import org.vedette.feed.timeline.Timeline;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class HotResponsesTests {

    private static final Instant CHANGED = Instant.parse("2026-11-20T10:11:12.345Z");
    private static final Instant NOW = CHANGED.plusSeconds(60);
    private static final String DATE = "Fri, 20 Nov 2026 10:11:12 GMT";
    private static final String CONTENT = "It sleeps until the night shift starts. ".repeat(100);

    private final CurrentTimeline timeline = new CurrentTimeline();
    private final ResponseCache cache = new ResponseCache(timeline, 1_000_000, Clock.fixed(CHANGED, ZoneOffset.UTC));

    private final MeterRegistry meters = new SimpleMeterRegistry();

    @BeforeEach
    void cacheAPage() {
        timeline.load("entries", Timeline.EMPTY);
        var page = CachedResponse.ok("text/html;charset=UTF-8", CONTENT.getBytes(UTF_8), CacheControlPolicy.PAGE);
        cache.get("/posts/it-sleeps?page=2", () -> Mono.just(page)).block();
    }

    @Test
    void aCachedPageIsSentWithItsCachingHeaders() {
        var response = ask(MockServerHttpRequest.get("/posts/it-sleeps?page=2"));

        assertThat(body(response)).isEqualTo(CONTENT.getBytes(UTF_8));
        assertThat(response.getHeaders().toSingleValueMap())
                .containsEntry(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                .containsEntry(HttpHeaders.CONTENT_LENGTH, String.valueOf(CONTENT.length()))
                .containsEntry(HttpHeaders.CACHE_CONTROL, "public, max-age=5, stale-while-revalidate=10")
                .containsEntry(HttpHeaders.VARY, "Accept-Encoding")
                .containsEntry(HttpHeaders.LAST_MODIFIED, DATE)
                .hasEntrySatisfying(HttpHeaders.ETAG, tag -> assertThat(tag).matches("\"[\\w-]{20}\""));
    }

    @Test
    void aClientThatAcceptsGzipGetsItWithAnotherEntityTag() throws IOException {
        var plain = ask(MockServerHttpRequest.get("/posts/it-sleeps?page=2"));

        var zipped = ask(MockServerHttpRequest.get("/posts/it-sleeps?page=2").header("Accept-Encoding", "br, gzip"));

        assertThat(zipped.getHeaders().getFirst("Content-Encoding")).isEqualTo("gzip");
        assertThat(zipped.getHeaders().getETag())
                .isEqualTo(Objects.requireNonNull(plain.getHeaders().getETag()).replaceFirst("\"$", "-gzip\""));
        assertThat(new GZIPInputStream(new ByteArrayInputStream(body(zipped))).readAllBytes())
                .isEqualTo(CONTENT.getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gzip;q=0",
                "identity",
                "br",
                "gzip; q=0.0, *",
                "*",
                "gzip;Q=0",
                "gzip;x=1;q=0",
                "GZIP ; q = 0.000"
            })
    void aClientThatDoesNotNameGzipOrRefusesItGetsThePlainBody(String accepted) {
        var response = ask(MockServerHttpRequest.get("/posts/it-sleeps?page=2").header("Accept-Encoding", accepted));

        assertThat(response.getHeaders().containsHeader("Content-Encoding")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZip;q=0.001", "br;q=0, gzip; Q=1", "gzip;x=0;q=0.5"})
    void aClientThatNamesGzipGetsItWhateverItsQualityValue(String accepted) {
        var response = ask(MockServerHttpRequest.get("/posts/it-sleeps?page=2").header("Accept-Encoding", accepted));

        assertThat(response.getHeaders().getFirst("Content-Encoding")).isEqualTo("gzip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "W/%s", "\"other\", %s", "*", "%s-gzip"})
    void aMatchingEntityTagIsAnsweredNotModified(String held) {
        var tag = Objects.requireNonNull(ask(MockServerHttpRequest.get("/posts/it-sleeps?page=2"))
                .getHeaders()
                .getETag());
        var names = held.endsWith("-gzip") ? tag.replaceFirst("\"$", "-gzip\"") : held.formatted(tag);

        var response = ask(MockServerHttpRequest.get("/posts/it-sleeps?page=2").header("If-None-Match", names));

        assertThat(response.getStatusCode()).isEqualTo(HttpStatus.NOT_MODIFIED);
        assertThat(body(response)).isEmpty();
        assertThat(response.getHeaders().toSingleValueMap())
                .containsKeys(HttpHeaders.ETAG, HttpHeaders.CACHE_CONTROL, HttpHeaders.VARY)
                .doesNotContainKey(HttpHeaders.CONTENT_TYPE);
    }

    @Test
    void anEntityTagThatOnlyBeginsEquallyDoesNotMatch() {
        var tag = Objects.requireNonNull(ask(MockServerHttpRequest.get("/posts/it-sleeps?page=2"))
                .getHeaders()
                .getETag());
        var longer = tag.replaceFirst("\"$", "x\"");

        var response = ask(MockServerHttpRequest.get("/posts/it-sleeps?page=2").header("If-None-Match", longer));

        assertThat(response.getStatusCode()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void anEntityTagTakesPrecedenceOverADate() {
        var response = ask(MockServerHttpRequest.get("/posts/it-sleeps?page=2")
                .header("If-None-Match", "\"other\"")
                .header("If-Modified-Since", DATE));

        assertThat(response.getStatusCode()).isEqualTo(HttpStatus.OK);
    }

    @ParameterizedTest
    @ValueSource(strings = {DATE, "Sat, 21 Nov 2026 00:00:00 GMT"})
    void aDateThatIsNotOlderIsAnsweredNotModified(String since) {
        var response = ask(MockServerHttpRequest.get("/posts/it-sleeps?page=2").header("If-Modified-Since", since));

        assertThat(response.getStatusCode()).isEqualTo(HttpStatus.NOT_MODIFIED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Fri, 20 Nov 2026 10:11:11 GMT", "yesterday", ""})
    void anEarlierAndAMalformedDateGetThePage(String since) {
        var response = ask(MockServerHttpRequest.get("/posts/it-sleeps?page=2").header("If-Modified-Since", since));

        assertThat(response.getStatusCode()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void noDateIsSentUntilItsSecondIsOver() {
        var aSecondLater = Clock.fixed(CHANGED.plusSeconds(1), ZoneOffset.UTC);

        var response = ask(
                MockServerHttpRequest.get("/posts/it-sleeps?page=2").header("If-Modified-Since", DATE), aSecondLater);

        assertThat(response.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(response.getHeaders().containsHeader(HttpHeaders.LAST_MODIFIED))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/posts/it-sleeps", "/posts/it-sleeps?page=3", "/posts/it-sleeps?page=2&x=1"})
    void anAbsentPageIsLeftToTheFramework(String address) {
        var response = ask(MockServerHttpRequest.get(address));

        assertThat(response.getStatusCode()).isEqualTo(HttpStatus.NOT_IMPLEMENTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/posts/it-sleeps?page=2", "/posts/nothing"})
    void everyResponseSaysHowNewItsStateIs(String address) {
        timeline.recordApplied(7);
        timeline.recordApplied(6);

        assertThat(ask(MockServerHttpRequest.get(address)).getHeaders().getFirst("Vedette-State"))
                .isEqualTo("7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/posts/it-sleeps?page=2", "/posts/nothing"})
    void aRequestForANewerStateIsRefusedSoThatAnotherInstanceAnswers(String address) {
        timeline.recordApplied(7);

        var response = ask(MockServerHttpRequest.get(address).header("Vedette-State", "8"));

        assertThat(response.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(response.getHeaders().getFirst("Vedette-State")).isEqualTo("7");
        assertThat(response.getHeaders().getFirst("Retry-After")).isEqualTo("1");
    }

    @Test
    void aRequestForAStateThatComesInAMomentWaitsForIt() {
        timeline.recordApplied(7);
        var unused = Schedulers.parallel().schedule(() -> timeline.recordApplied(8), 60, TimeUnit.MILLISECONDS);

        var response = ask(MockServerHttpRequest.get("/posts/it-sleeps?page=2").header("Vedette-State", "8"));

        assertThat(body(response)).isEqualTo(CONTENT.getBytes(UTF_8));
        assertThat(response.getHeaders().getFirst("Vedette-State")).isEqualTo("8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "6", "", "-1", "new", "99999999999999999999"})
    void aStateThatIsReachedOrIsNoNumberKeepsNobodyWaiting(String state) {
        timeline.recordApplied(7);

        var response = ask(MockServerHttpRequest.get("/posts/it-sleeps?page=2").header("Vedette-State", state));

        assertThat(body(response)).isEqualTo(CONTENT.getBytes(UTF_8));
    }

    @Test
    void aWriteIsLeftToTheFramework() {
        var response = ask(MockServerHttpRequest.post("/posts/it-sleeps?page=2"));

        assertThat(response.getStatusCode()).isEqualTo(HttpStatus.NOT_IMPLEMENTED);
    }

    @Test
    void cachedResponsesAreCountedByOutcome() {
        var answers = List.of(
                ask(MockServerHttpRequest.get("/posts/it-sleeps?page=2")),
                ask(MockServerHttpRequest.get("/posts/it-sleeps?page=2")),
                ask(MockServerHttpRequest.get("/posts/it-sleeps?page=2").header("If-None-Match", "*")),
                ask(MockServerHttpRequest.get("/posts/never-made")));

        assertThat(answers).hasSize(4);
        assertThat(counted("sent")).isEqualTo(2);
        assertThat(counted("not_modified")).isEqualTo(1);
    }

    private double counted(String outcome) {
        return meters.get("vedette.feed.hot.answers")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private MockServerHttpResponse ask(MockServerHttpRequest.BaseBuilder<?> request) {
        return ask(request, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private MockServerHttpResponse ask(MockServerHttpRequest.BaseBuilder<?> request, Clock clock) {
        var response = new MockServerHttpResponse();
        new HotResponses(cache, new CachedResponseWriter(clock, new ChangeLag(clock)), timeline, meters)
                .decorate((other, answer) -> {
                    answer.setStatusCode(HttpStatus.NOT_IMPLEMENTED);
                    return answer.setComplete();
                })
                .handle(request.build(), response)
                .block();
        return response;
    }

    private static byte[] body(MockServerHttpResponse response) {
        var joined = DataBufferUtils.join(response.getBody())
                .map(buffer -> {
                    var bytes = new byte[buffer.readableByteCount()];
                    buffer.read(bytes);
                    return bytes;
                })
                .block();
        return orNone(joined);
    }

    private static byte[] orNone(byte @Nullable [] bytes) {
        return bytes == null ? new byte[0] : bytes;
    }
}
