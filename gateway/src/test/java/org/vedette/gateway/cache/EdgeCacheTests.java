package org.vedette.gateway.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.http.HttpHeaders;
import org.vedette.gateway.GatewayProperties;
import org.vedette.gateway.StubService;
import org.vedette.gateway.forwarding.UpstreamClient;
import org.vedette.gateway.resilience.CircuitBreakers;
import org.vedette.gateway.resilience.ResilienceProperties;
import org.vedette.gateway.states.NewestStates;
import org.vedette.starter.http.ServedState;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** The life of a stored response, at a clock of its own. */
class EdgeCacheTests {

    private static final StubService FEED = StubService.named("feed-service");
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Instant START = Instant.parse("2026-11-29T12:00:00Z");
    private static final CacheableRequest PAGE = new CacheableRequest("/posts/it-sleeps", false, false);

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final AtomicReference<Page> page = new AtomicReference<>(new Page("one", 7));
    private final Clock clock = ((InstantSource) () -> Objects.requireNonNull(now.get())).withZone(ZoneOffset.UTC);

    private final UpstreamClient origin = new UpstreamClient(
            HttpClient.create().baseUrl(FEED.address()),
            Duration.ofMillis(500),
            new CircuitBreakers(resilience(), new SimpleMeterRegistry()).named("feed-service"));
    private final EdgeCache cache = new EdgeCache(
            new OriginFetcher(new Random(1)), new NewestStates(), settings(), clock, new SimpleMeterRegistry());

    private static GatewayProperties settings() {
        var source = new MapConfigurationPropertySource(
                Map.of("vedette.gateway.cache.size", "1MB", "vedette.gateway.cache.stale-if-error", "10m"));
        return new Binder(source).bindOrCreate("vedette.gateway", GatewayProperties.class);
    }

    /** Three failed calls open the circuit. */
    private static ResilienceProperties resilience() {
        return new ResilienceProperties(
                Map.of(), Duration.ofSeconds(10), 3, 50, Duration.ofMinutes(1), Duration.ofSeconds(5));
    }

    /** What an instance of the service shows, and from which state. */
    private record Page(String content, long state) {}

    @BeforeEach
    void aPageIsStored() {
        FEED.reset();
        FEED.respond(PAGE.target(), this::respond);
        assertThat(cache.store(PAGE, origin, representation("one"), 7)).isPresent();
    }

    private Publisher<Void> respond(HttpServerRequest request, HttpServerResponse response) {
        var shown = Objects.requireNonNull(page.get());
        var tag = '"' + shown.content() + '"';
        response.header("Vedette-State", String.valueOf(shown.state()));
        if (shown.content().matches("[45]..")) {
            return response.status(Integer.parseInt(shown.content())).send();
        }
        if (tag.equals(request.requestHeaders().get("If-None-Match"))) {
            return response.status(304).send();
        }
        var body = shown.content();
        return response.header("ETag", tag)
                .header("Cache-Control", "public, max-age=5")
                .header("Content-Length", String.valueOf(body.length()))
                .sendString(Mono.just(body));
    }

    @Test
    void forASecondNobodyAsksTheService() {
        passes(Duration.ofMillis(999));

        assertResponse(cache.find(PAGE), "one", CacheStatus.HIT);
        assertThat(FEED.received()).isEmpty();
    }

    @Test
    void forOneMoreSecondItIsSentWhileOneRequestAsksWhetherItHolds() {
        page.set(new Page("two", 8));
        passes(Duration.ofSeconds(1));

        assertResponse(cache.find(PAGE), "one", CacheStatus.STALE);

        Awaitility.await()
                .atMost(TIMEOUT)
                .untilAsserted(() -> assertResponse(cache.find(PAGE), "two", CacheStatus.HIT));
        assertThat(FEED.onlyRequest().header("If-None-Match")).containsExactly("\"one\"");
    }

    @Test
    void whatIsOlderWaitsForTheServiceOnceForAll() {
        var allWait = Sinks.<Void>empty();
        page.set(new Page("two", 8));
        FEED.respond(
                PAGE.target(),
                (request, response) -> allWait.asMono().thenMany(Flux.defer(() -> respond(request, response))));
        passes(Duration.ofSeconds(2));
        assertThat(cache.find(PAGE)).isNull();

        var answers = Flux.range(1, 50)
                .flatMap(
                        client -> cache.revalidate(PAGE).doOnSubscribe(waits -> {
                            if (client == 50) {
                                allWait.emitEmpty(Sinks.EmitFailureHandler.FAIL_FAST);
                            }
                        }),
                        50)
                .collectList()
                .block(TIMEOUT);

        assertThat(answers).hasSize(50).allSatisfy(stored -> assertResponse(stored, "two", CacheStatus.REPLACED));
        assertThat(FEED.received()).hasSize(1);
    }

    @Test
    void whatStillHoldsIsFreshAgain() {
        passes(Duration.ofMinutes(3));

        assertResponse(cache.revalidate(PAGE).block(TIMEOUT), "one", CacheStatus.REVALIDATED);
        assertResponse(cache.find(PAGE), "one", CacheStatus.HIT);
        assertThat(Objects.requireNonNull(cache.find(PAGE)).age()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"404", "410"})
    void aPageThatDoesNotExistAnyMoreIsNotSentAgain(String status) {
        page.set(new Page(status, 8));
        passes(Duration.ofSeconds(2));

        assertThat(cache.revalidate(PAGE).blockOptional(TIMEOUT)).isEmpty();
        assertThat(cache.find(PAGE)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"500", "503"})
    void whileTheServiceFailsItIsSentAndSaidToBeStale(String status) {
        page.set(new Page(status, 0));
        passes(Duration.ofMinutes(9));

        assertResponse(cache.revalidate(PAGE).block(TIMEOUT), "one", CacheStatus.STALE_IF_ERROR);
        assertResponse(cache.find(PAGE), "one", CacheStatus.STALE_IF_ERROR);
        assertThat(Objects.requireNonNull(cache.find(PAGE)).age()).isEqualTo(Duration.ofMinutes(9));
    }

    @Test
    void nobodyWaitsForAServiceThatHasJustFailedAndItIsSeenToBeBack() {
        page.set(new Page("503", 7));
        passes(Duration.ofSeconds(3));
        assertThat(cache.revalidate(PAGE).blockOptional(TIMEOUT)).isPresent();
        page.set(new Page("two", 8));
        passes(Duration.ofSeconds(1));

        assertResponse(cache.find(PAGE), "one", CacheStatus.STALE_IF_ERROR);

        Awaitility.await()
                .atMost(TIMEOUT)
                .untilAsserted(() -> assertResponse(cache.find(PAGE), "two", CacheStatus.HIT));
    }

    /** It says 503 until it has read all posts, and has an older state till then. */
    @Test
    void anInstanceThatStartsIsOneThatLagsBehindAndNoPageIsLost() {
        page.set(new Page("503", 0));
        passes(Duration.ofSeconds(3));

        assertResponse(cache.revalidate(PAGE).block(TIMEOUT), "one", CacheStatus.STALE);
        assertResponse(cache.find(PAGE), "one", CacheStatus.HIT);
    }

    @Test
    void aServiceThatFailsForLongerThanIsAllowedFailsForTheClient() {
        page.set(new Page("503", 0));
        passes(Duration.ofMinutes(11));

        assertThat(cache.revalidate(PAGE).blockOptional(TIMEOUT)).isEmpty();
    }

    @Test
    void aServiceThatDoesNotAnswerInTimeIsOneThatFails() {
        FEED.respond(PAGE.target(), (request, response) -> Mono.never());
        passes(Duration.ofSeconds(3));

        assertResponse(cache.revalidate(PAGE).block(TIMEOUT), "one", CacheStatus.STALE_IF_ERROR);
    }

    @Test
    void aServiceWhoseCircuitIsOpenIsNotAsked() {
        page.set(new Page("504", 0));
        passes(Duration.ofSeconds(3));
        IntStream.range(0, 3)
                .forEach(call -> assertThat(cache.revalidate(PAGE).blockOptional(TIMEOUT))
                        .isPresent());
        FEED.reset();

        assertResponse(cache.revalidate(PAGE).block(TIMEOUT), "one", CacheStatus.STALE_IF_ERROR);
        assertThat(FEED.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"older", "404", "410"})
    void anInstanceThatLagsBehindReplacesNothing(String shown) {
        page.set(new Page(shown, 6));
        passes(Duration.ofSeconds(3));

        assertResponse(cache.revalidate(PAGE).block(TIMEOUT), "one", CacheStatus.STALE);
        assertThat(cache.store(new CacheableRequest("/", false, false), origin, representation("older"), 6))
                .isEmpty();
    }

    @Test
    void anInstanceThatLagsBehindAndRefusesHasNotFailed() {
        FEED.respond(
                PAGE.target(),
                (request, response) -> response.header(
                                "Vedette-State",
                                "7".equals(request.requestHeaders().get("Vedette-State")) ? "6" : "7")
                        .status(503)
                        .send());
        passes(Duration.ofSeconds(3));

        assertResponse(cache.revalidate(PAGE).block(TIMEOUT), "one", CacheStatus.STALE);
        assertResponse(cache.find(PAGE), "one", CacheStatus.HIT);
    }

    @ParameterizedTest
    @ValueSource(longs = {3, ServedState.UNKNOWN})
    void theStateOfOneServiceSaysNothingAboutAnother(long state) {
        var other = new UpstreamClient(
                origin.client(),
                origin.responseTimeout(),
                new CircuitBreakers(resilience(), new SimpleMeterRegistry()).named("post-service"));

        assertThat(cache.store(new CacheableRequest("/media/x", false, false), other, representation("x"), state))
                .isPresent();
        assertThat(cache.store(new CacheableRequest("/", false, false), origin, representation("older"), 6))
                .isEmpty();
    }

    @Test
    void afterAMinuteWithoutTheNewestStateTheStatesHaveStartedAgain() {
        page.set(new Page("two", 1));
        passes(Duration.ofSeconds(61));

        assertResponse(cache.revalidate(PAGE).block(TIMEOUT), "two", CacheStatus.REPLACED);
    }

    @Test
    void aClientThatAcceptsGzipIsNotAnsweredWithWhatWasNotCompressedForAnother() {
        var gzip = new CacheableRequest(PAGE.target(), true, false);

        assertThat(cache.find(gzip)).isNull();
        assertThat(cache.revalidate(gzip).blockOptional()).isEmpty();
    }

    @Test
    void theMemoryIsBounded() {
        for (int number = 0; number < 5_000; number++) {
            assertThat(cache.store(
                            new CacheableRequest("/posts/" + number, false, false),
                            origin,
                            representation("x".repeat(1_000)),
                            7))
                    .isPresent();
        }
        var kept = IntStream.range(0, 5_000)
                .filter(number -> cache.find(new CacheableRequest("/posts/" + number, false, false)) != null)
                .count();

        assertThat(kept).isBetween(150L, 210L);
    }

    @Test
    void whatIsBeingReceivedTakesAtMostHalfTheMemory() {
        assertThat(cache.reserve(400_000)).isTrue();
        assertThat(cache.reserve(200_000)).isFalse();
        assertThat(cache.reserve(100_000)).isTrue();

        cache.release(400_000);

        assertThat(cache.reserve(400_000)).isTrue();
    }

    private void passes(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    private static Representation representation(String content) {
        var headers = new HttpHeaders();
        headers.set("ETag", '"' + content + '"');
        headers.set("Vary", "Accept-Encoding");
        return Representation.of(headers, content.getBytes(UTF_8), false).orElseThrow();
    }

    private static void assertResponse(@Nullable StoredResponse stored, String content, CacheStatus status) {
        assertThat(stored).isNotNull();
        assertThat(new String(stored.representation().body(false), UTF_8)).isEqualTo(content);
        assertThat(stored.status()).isEqualTo(status);
    }
}
