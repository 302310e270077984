package org.vedette.gateway.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.vedette.gateway.GatewayTest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.server.HttpServerResponse;

/** What clients see of the cache. Each test has an address of its own, because the gateway is shared. */
@TestPropertySource(properties = "vedette.gateway.cache.size=1MB")
class CacheTests extends GatewayTest {

    private static final String CONTENT = "<p>It sleeps until the night shift starts.</p>".repeat(100);
    private static final String PUBLIC = "public, max-age=5, stale-while-revalidate=10";

    @Autowired
    private MeterRegistry meters;

    private final String address = "/posts/" + UUID.randomUUID();

    @Test
    void aPublicPageIsFetchedOnceAndSentToAll() {
        page(PUBLIC);

        var first = get(address);
        var second = get(address);

        assertThat(List.of(first.body(), second.body())).containsOnly(CONTENT);
        assertThat(FEED.received()).hasSize(1);
        assertThat(first.headers().firstValue("Cache-Status")).contains("vedette; fwd=uri-miss; stored");
        assertThat(second.headers().firstValue("Cache-Status").orElse("")).startsWith("vedette; hit; ttl=");
        assertThat(second.headers().firstValue("Age")).contains("0");
        assertThat(second.headers().firstValue("Cache-Control")).contains(PUBLIC);
    }

    @Test
    void aHitHasTheHeadersThatEveryResponseHas() {
        page(PUBLIC);

        var fetched = get(address);
        var hit = get(address, "X-Request-Id", "r-1");

        assertThat(hit.headers().firstValue("X-Request-Id")).contains("r-1");
        assertThat(hit.headers().map().keySet())
                .containsAll(fetched.headers().map().keySet())
                .doesNotContain("vedette-state", "Vedette-State");
        assertThat(hit.headers().firstValue("Content-Security-Policy"))
                .isEqualTo(fetched.headers().firstValue("Content-Security-Policy"));
    }

    @Test
    void bothCodingsComeFromOneEntry() throws IOException {
        page(PUBLIC);

        var zipped = open(address, "Accept-Encoding", "gzip, br");
        var body = new GZIPInputStream(new ByteArrayInputStream(zipped.body().readAllBytes())).readAllBytes();
        var plain = get(address);

        assertThat(new String(body, UTF_8)).isEqualTo(CONTENT).isEqualTo(plain.body());
        assertThat(zipped.headers().firstValue("ETag")).contains("\"page-gzip\"");
        assertThat(plain.headers().firstValue("ETag")).contains("\"page\"");
        assertThat(plain.headers().firstValue("Vary")).contains("Accept-Encoding");
        assertThat(FEED.received()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"page\"", "\"page-gzip\"", "\"other\", W/\"page\"", "*"})
    void aClientThatHoldsThePageGetsNone(String held) {
        page(PUBLIC);
        get(address);

        var response = get(address, "If-None-Match", held);

        assertThat(response.statusCode()).isEqualTo(304);
        assertThat(response.body()).isEmpty();
        assertThat(response.headers().firstValue("Content-Type")).isEmpty();
        assertThat(FEED.received()).hasSize(1);
    }

    @Test
    void aClientThatHoldsThePageMakesTheOthersWaitForNothing() {
        page(PUBLIC);

        var first = get(address, "If-None-Match", "\"page\"");
        var second = get(address);

        assertThat(first.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEqualTo(CONTENT);
        assertThat(FEED.received()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-cache", "max-age=0", "no-store, No-Cache"})
    void aClientThatReloadsWaitsForTheService(String cacheControl) {
        page(PUBLIC);
        get(address);

        var reloaded = get(address, "Cache-Control", cacheControl);

        assertThat(reloaded.body()).isEqualTo(CONTENT);
        assertThat(FEED.received()).hasSize(2);
        assertThat(FEED.received().get(1).header("If-None-Match")).containsExactly("\"page\"");
    }

    @Test
    void headIsAnsweredWithTheHeadersOfThePage() {
        page(PUBLIC);
        var page = get(address);

        var head = send("HEAD", address, BodyPublishers.noBody());

        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Content-Length"))
                .isEqualTo(page.headers().firstValue("Content-Length"));
        assertThat(FEED.received()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "private, no-store",
                "no-cache",
                "public, no-cache",
                "public, max-age=0",
                "public, max-age=5, no-store",
                "max-age=5"
            })
    void whatIsNotForAllIsNotStored(String cacheControl) {
        page(cacheControl);

        get(address);
        get(address);

        assertThat(FEED.received()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"Set-Cookie, a=b", "Vary, Cookie", "Vary, *", "ETag, W/\"page\""})
    void whatDependsOnMoreThanTheAddressIsNotStored(String name, String value) {
        FEED.respond(
                address,
                (request, response) -> response.header("ETag", "\"page\"")
                        .header("Cache-Control", PUBLIC)
                        .header("Content-Length", "4")
                        .header(name, value)
                        .sendString(Mono.just("page")));

        get(address);
        get(address);

        assertThat(FEED.received()).hasSize(2);
    }

    @Test
    void anEditorIsNeverAnsweredFromTheCacheNorStoredForOthers() {
        page(PUBLIC);

        get(address, "Authorization", "Bearer " + EDITOR_TOKEN);
        get(address);
        get(address, "Authorization", "Bearer " + EDITOR_TOKEN);

        assertThat(FEED.received()).hasSize(3);
    }

    @Test
    void aWrongTokenIsNotAnsweredFromTheCache() {
        page(PUBLIC);
        get(address);

        get(address, "Authorization", "Bearer wrong");

        assertThat(FEED.received()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "deflate;q=1", "zstd, br"})
    void aClientOfAnotherCodingIsPassedOn(String coding) {
        page(PUBLIC);
        get(address);

        get(address, "Accept-Encoding", coding);

        assertThat(FEED.received()).hasSize(2);
    }

    @Test
    void fiftyClientsAtOnceAreOneRequest() {
        FEED.respond(
                address,
                (request, response) -> Mono.delay(Duration.ofMillis(200))
                        .then(Mono.from(respond(
                                PUBLIC, "gzip".equals(request.requestHeaders().get("Accept-Encoding")), response))));

        var bodies = Flux.range(0, 50)
                .flatMap(client -> Mono.fromCallable(() -> get(address)).subscribeOn(Schedulers.boundedElastic()), 50)
                .map(HttpResponse::body)
                .collectList()
                .block(Duration.ofSeconds(20));

        assertThat(bodies).hasSize(50).containsOnly(CONTENT);
        assertThat(FEED.received()).hasSize(1);
    }

    @Test
    void thoseWhoWaitForSomethingThatIsNotStoredGetTheirOwn() {
        FEED.respond(
                address,
                (request, response) -> Mono.delay(Duration.ofMillis(200))
                        .then(Mono.from(response.status(404).sendString(Mono.just("no")))));

        var statuses = Flux.range(0, 10)
                .flatMap(client -> Mono.fromCallable(() -> get(address)).subscribeOn(Schedulers.boundedElastic()), 10)
                .map(HttpResponse::statusCode)
                .collectList()
                .block(Duration.ofSeconds(20));

        assertThat(statuses).hasSize(10).containsOnly(404);
        assertThat(FEED.received()).hasSize(10);
    }

    @Test
    void aClientThatGoesAwayTakesNothingFromTheOthers() throws IOException {
        FEED.respond(
                address,
                (request, response) ->
                        Mono.delay(Duration.ofMillis(300)).then(Mono.from(respond(PUBLIC, false, response))));

        try (var socket = new Socket("localhost", port())) {
            socket.getOutputStream().write(("GET " + address + " HTTP/1.1\r\nHost: a\r\n\r\n").getBytes(UTF_8));
            socket.getOutputStream().flush();
        }
        var other = get(address);

        assertThat(other.body()).isEqualTo(CONTENT);
    }

    @Test
    void aPictureIsStoredBesidePagesOfAnotherService() {
        page(PUBLIC);
        get(address);
        var picture = "/media/" + UUID.randomUUID() + "/960.webp";
        POSTS.respond(
                picture,
                (request, response) -> response.header("ETag", "\"picture\"")
                        .header("Cache-Control", "max-age=31536000, public, immutable")
                        .header("Content-Length", "7")
                        .sendString(Mono.just("picture")));

        var bodies = List.of(get(picture).body(), get(picture).body());

        assertThat(bodies).containsOnly("picture");
        assertThat(POSTS.received()).hasSize(1);
    }

    @Test
    void nobodyWaitsForASlowClientWhoseResponseIsTooLargeToBeStored() throws IOException {
        var large = "x".repeat(3_000_000);
        FEED.respond(
                address,
                (request, response) -> response.header("ETag", "\"page\"")
                        .header("Cache-Control", PUBLIC)
                        .header("Content-Length", String.valueOf(large.length()))
                        .sendString(Mono.just(large)));
        var cut = cut();

        try (var slow = new Socket()) {
            slow.setReceiveBufferSize(64 * 1024);
            slow.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()));
            slow.getOutputStream().write(("GET " + address + " HTTP/1.1\r\nHost: a\r\n\r\n").getBytes(UTF_8));
            await().until(() -> FEED.received().size() == 1);

            assertThat(get(address).body()).hasSize(large.length());
            assertThat(cut()).as("the slow client was not cut before").isEqualTo(cut);
        }
    }

    private double cut() {
        return meters.get("vedette.gateway.connections.timeouts").tag("waited.for", "response").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    @Test
    void aResponseThatIsTooLargeIsPassedOn() {
        var large = "x".repeat(600_000);
        FEED.respond(
                address,
                (request, response) -> response.header("ETag", "\"page\"")
                        .header("Cache-Control", PUBLIC)
                        .header("Content-Length", String.valueOf(large.length()))
                        .sendString(Mono.just(large)));

        var bodies = List.of(get(address).body(), get(address).body());

        assertThat(bodies).containsOnly(large);
        assertThat(FEED.received()).hasSize(2);
    }

    @Test
    void aFeedIsXmlToABrowserAndAFeedToAReaderFromOneEntry() {
        FEED.respond(
                "/feeds/" + address.substring(7) + ".xml",
                (request, response) -> response.header("ETag", "\"page\"")
                        .header("Cache-Control", "public, max-age=60")
                        .header("Content-Type", "application/rss+xml;charset=UTF-8")
                        .header("Content-Length", "6")
                        .sendString(Mono.just("<rss/>")));
        var feed = "/feeds/" + address.substring(7) + ".xml";

        var types = Stream.of(
                        get(feed, "Sec-Fetch-Dest", "document"),
                        get(feed),
                        get(feed, "Sec-Fetch-Dest", "document"),
                        get(feed))
                .map(response ->
                        response.headers().firstValue("Content-Type").orElse("").split(";", 2)[0])
                .toList();

        assertThat(types)
                .containsExactly("application/xml", "application/rss+xml", "application/xml", "application/rss+xml");
    }

    @Test
    void whatIsAnsweredFromTheCacheIsCounted() {
        page(PUBLIC);
        get(address);
        get(address);

        assertThat(getFromManagement("/actuator/prometheus").body())
                .contains("vedette_gateway_cache_responses_total{application=\"gateway\",outcome=\"hit\"}")
                .contains("vedette_gateway_cache_responses_total{application=\"gateway\",outcome=\"miss\"}")
                .contains("vedette_gateway_cache_bytes");
    }

    private void page(String cacheControl) {
        FEED.respond(
                address,
                (request, response) -> respond(
                        cacheControl, "gzip".equals(request.requestHeaders().get("Accept-Encoding")), response));
    }

    private static Publisher<Void> respond(String cacheControl, boolean gzip, HttpServerResponse response) {
        var body = gzip ? gzip(CONTENT.getBytes(UTF_8)) : CONTENT.getBytes(UTF_8);
        response.header("ETag", gzip ? "\"page-gzip\"" : "\"page\"")
                .header("Content-Type", "text/html;charset=UTF-8")
                .header("Vary", "Accept-Encoding")
                .header("Cache-Control", cacheControl)
                .header("Vedette-State", "3")
                .header("Content-Length", String.valueOf(body.length));
        return (gzip ? response.header("Content-Encoding", "gzip") : response).sendByteArray(Mono.just(body));
    }

    private static byte[] gzip(byte[] content) {
        var compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(content);
        } catch (IOException impossibleInMemory) {
            throw new AssertionError(impossibleInMemory);
        }
        return compressed.toByteArray();
    }
}
