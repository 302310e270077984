package org.vedette.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.vedette.events.PostPublished;
import org.vedette.events.PostRevised;
import org.vedette.events.PostWithdrawn;
import org.vedette.testsupport.infrastructure.Infrastructure;
import org.vedette.testsupport.infrastructure.WithInfrastructure;

// Left running, it would take part in the consumer group of the next test's instances.
@DirtiesContext
@WithInfrastructure
@SpringBootTest(
        classes = FeedServiceApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=feed-service",
            "management.server.port=0",
            "vedette.feed.rebuild-when-behind=false"
        })
class FeedServiceIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final PostTopic TOPIC = new PostTopic();

    private final WebTestClient site;
    private final WebTestClient management;
    private final MeterRegistry meters;

    @Autowired
    FeedServiceIT(@LocalServerPort int port, @LocalManagementPort int managementPort, MeterRegistry meters) {
        this.site = client(port);
        this.management = client(managementPort);
        this.meters = meters;
    }

    @DynamicPropertySource
    static void useADatabaseOfOurOwn(DynamicPropertyRegistry registry) {
        var database = Infrastructure.freshDatabase("feed");
        registry.add("vedette.feed.database", () -> database);
    }

    @BeforeEach
    void waitUntilItIsReady() {
        await().atMost(SOON)
                .untilAsserted(() -> management
                        .get()
                        .uri("/actuator/health/readiness")
                        .exchange()
                        .expectStatus()
                        .isOk());
    }

    @AfterAll
    static void close() {
        TOPIC.close();
    }

    @Test
    void aPublishedPostIsReadOnPageFrontPageAndFeed() {
        var post = aPost().title("Published " + UUID.randomUUID()).build();

        TOPIC.send(new PostPublished(post));

        awaitPage("/posts/" + post.slug(), post.title());
        awaitPage("/", post.title());
        assertThat(body("/feeds/rss.xml")).contains("urn:uuid:" + post.id());
    }

    @Test
    void aRevisedPostShowsItsCorrectionAndKeepsItsFormerAddress() {
        var post = aPost().slug("first-" + UUID.randomUUID()).build();
        var revised = aPost().id(post.id())
                .revision(2)
                .formerSlugs(post.slug())
                .title("Revised")
                .build();
        TOPIC.send(new PostPublished(post));

        TOPIC.send(new PostRevised(revised, "The table was wrong."));

        awaitPage("/posts/" + revised.slug(), "The table was wrong.");
        awaitStatus("/posts/" + post.slug(), 301);
    }

    @Test
    void anOlderRevisionAndARepetitionChangeNothing() {
        var newer = aPost().revision(2).title("The newer title").build();
        var older = aPost().id(newer.id())
                .slug(newer.slug())
                .revision(1)
                .title("The older title")
                .build();
        var last = samePartition(newer.id());
        TOPIC.send(new PostPublished(newer));

        TOPIC.send(new PostPublished(older));
        TOPIC.send(new PostPublished(newer));
        TOPIC.send(new PostPublished(aPost().id(last).slug("after-" + last).build()));

        awaitStatus("/posts/after-" + last, 200);
        assertThat(body("/posts/" + newer.slug())).contains("The newer title").doesNotContain("The older title");
    }

    @Test
    void aWithdrawnPostIsGoneWithItsReason() {
        var post = aPost().build();
        TOPIC.send(new PostPublished(post));
        awaitStatus("/posts/" + post.slug(), 200);

        TOPIC.send(new PostWithdrawn(post.id(), 2, post.slug(), List.of(), "It was wrong.", Instant.EPOCH, null));

        awaitStatus("/posts/" + post.slug(), 410);
        assertThat(body("/posts/" + post.slug())).contains("It was wrong.");
        assertThat(body("/feeds/rss.xml")).doesNotContain(post.id().toString());
    }

    @Test
    void aRecordThatIsNoEventIsDeadLetteredAndTheNextOneIsProjected() {
        var post = aPost().build();

        TOPIC.sendUnreadable(post.id());
        TOPIC.send(post.id(), "org.vedette.post.published.v1", "{\"post\": {}}".getBytes(UTF_8));
        TOPIC.send(new PostPublished(post));

        awaitStatus("/posts/" + post.slug(), 200);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(TOPIC.deadLetters(post.id()))
                        .hasSize(2)
                        .allMatch(
                                deadLetter -> deadLetter.headers().lastHeader("kafka_dlt-exception-message") != null));
    }

    /** @param reason what the dead letter says */
    private record Violation(UUID post, String part, String replacement, String reason) {

        Violation(String part, String replacement, String reason) {
            this(UUID.randomUUID(), part, replacement, reason);
        }
    }

    /** All at once, because each takes a reader of the topic. */
    @Test
    void incompletePostsAreDeadLetteredWithTheReason() {
        var violations = List.of(
                new Violation(
                        "[{\"name\": \"Ada\"}]",
                        "[{\"name\": null, \"affiliation\": null}]",
                        "post.bylines[0].name is missing"),
                new Violation("[{\"name\": \"Ada\"}]", "[null]", "bylines has an element that is null"),
                new Violation(
                        "\"series\": null",
                        "\"series\": {\"slug\": null, \"title\": null}",
                        "post.series.slug is missing"),
                new Violation("\"slug\": \"", "\"slug\": \"k2 weird/slug?x=1#\\\"><script>", "post.slug is not a slug"),
                new Violation(
                        "\"publishedAt\": \"2026", "\"publishedAt\": \"+12026", "post.publishedAt is not in the years"),
                new Violation("\"revisedAt\": \"2026", "\"revisedAt\": \"0000", "post.revisedAt is not in the years"));

        for (var violation : violations) {
            var invalid = event(violation.post()).replace(violation.part(), violation.replacement());
            TOPIC.send(violation.post(), "org.vedette.post.published.v1", invalid.getBytes(UTF_8));
        }

        for (var violation : violations) {
            var after = samePartition(violation.post());
            TOPIC.send(
                    new PostPublished(aPost().id(after).slug("after-" + after).build()));
            awaitStatus("/posts/after-" + after, 200);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(TOPIC.deadLetters(violation.post()))
                            .singleElement()
                            .satisfies(deadLetter -> {
                                assertThat(header("exception-message", deadLetter))
                                        .contains(violation.reason());
                                assertThat(header("original-consumer-group", deadLetter))
                                        .isEqualTo("vedette-feed");
                            }));
        }
        for (var path :
                List.of("/", "/feeds/rss.xml", "/feeds/atom.xml", "/feeds/feed.json", "/sitemap.xml", "/archive")) {
            awaitStatus(path, 200);
        }
    }

    @Test
    void unreadableChangesHoldNothingUp() {
        var post = aPost().build();

        TOPIC.sendChange("key", "null");
        TOPIC.sendChange(UUID.randomUUID().toString(), "null");
        TOPIC.sendChange(null, "null");
        TOPIC.send(post.id(), "org.vedette.post.published.v1", "null".getBytes(UTF_8));
        TOPIC.send(new PostPublished(post));

        awaitStatus("/posts/" + post.slug(), 200);
    }

    @Test
    void anEventOfATypeThatCameAfterUsIsSkippedAndCounted() {
        var post = aPost().build();
        var before = skipped();

        TOPIC.send(post.id(), "org.vedette.post.translated.v1", "{}".getBytes(UTF_8));
        TOPIC.send(new PostPublished(post));

        awaitStatus("/posts/" + post.slug(), 200);
        assertThat(skipped() - before).isEqualTo(1);
        assertThat(TOPIC.deadLetters(post.id())).isEmpty();
    }

    @Test
    void anEventWithFieldsThatCameAfterUsIsRead() {
        var id = UUID.randomUUID();
        var event = event(id)
                .replace("{\"post\"", "{\"future\": 1, \"post\"")
                .replace("\"Ada\"", "\"Ada\", \"orcid\": \"0\"")
                .replace("\"tlp\"", "\"mood\": \"calm\", \"tlp\"");

        TOPIC.send(id, "org.vedette.post.published.v1", event.getBytes(UTF_8));

        awaitStatus("/posts/raw-" + id, 200);
    }

    @Test
    void anEventOfTheLargestSizeIsShown() {
        var id = UUID.randomUUID();
        var paragraph = "<p>" + "Watch the wire. ".repeat(60) + "</p>\n";
        var post = aPost().id(id)
                .html(paragraph.repeat(2_000))
                .text("Watch the wire. ".repeat(120_000))
                .build();

        TOPIC.send(new PostPublished(post));

        awaitStatus("/posts/" + post.slug(), 200);
        assertThat(body("/posts/" + post.slug())).hasSizeGreaterThan(1_900_000);
    }

    @Test
    void headsThatTheGatewayPassesOnAreNotTooLarge() {
        var answer = site.get()
                .uri("/search?q=loader&utm=" + "x".repeat(48_000))
                .header("X-Large", "x".repeat(17_000))
                .exchange();

        answer.expectStatus().isOk();
    }

    @Test
    void healthTellsOfStoreTimelineAndAgeAndReadinessNeedsTheTimelineOnly() {
        var health = management.get().uri("/actuator/health").exchange();
        var readiness = management.get().uri("/actuator/health/readiness").exchange();

        health.expectBody()
                .jsonPath("$.components.store.status")
                .isEqualTo("UP")
                .jsonPath("$.components.changes.details.ageSeconds")
                .isNumber();
        readiness
                .expectBody()
                .jsonPath("$.components.timeline.status")
                .isEqualTo("UP")
                .jsonPath("$.components.store")
                .doesNotExist();
    }

    /** A publication as it is on the topic. */
    private static String event(UUID id) {
        return """
                {"post": {"id": "%s", "revision": 1, "slug": "raw-%s", "formerSlugs": [], "title": "Raw",
                 "standfirst": null, "html": "<p>r</p>", "text": "r", "excerpt": "r", "bylines": [{"name": "Ada"}],
                 "tags": [], "series": null, "period": null, "tlp": "CLEAR",
                 "publishedAt": "2026-11-02T09:30:00Z", "revisedAt": "2026-11-02T09:30:00Z"}}
                """.formatted(id, id);
    }

    private static String header(String name, ConsumerRecord<String, byte[]> deadLetter) {
        return new String(deadLetter.headers().lastHeader("kafka_dlt-" + name).value(), UTF_8);
    }

    /** Another id whose records come after those of the given one, since they share its partition. */
    private static UUID samePartition(UUID id) {
        var partition = PostTopic.partition(id);
        var other = UUID.randomUUID();
        while (PostTopic.partition(other) != partition) {
            other = UUID.randomUUID();
        }
        return other;
    }

    private double skipped() {
        return meters.get("vedette.feed.events.skipped").counter().count();
    }

    private void awaitPage(String path, String text) {
        await().atMost(SOON).untilAsserted(() -> assertThat(body(path)).contains(text));
    }

    private void awaitStatus(String path, int status) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(get(path).getStatus().value()).isEqualTo(status));
    }

    private String body(String path) {
        return String.valueOf(get(path).getResponseBody());
    }

    private EntityExchangeResult<String> get(String path) {
        return site.get()
                .uri(path)
                .accept(MediaType.ALL)
                .exchange()
                .expectBody(String.class)
                .returnResult();
    }

    private static WebTestClient client(int port) {
        return WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .responseTimeout(Duration.ofSeconds(10))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(16 * 1024 * 1024))
                .build();
    }
}
