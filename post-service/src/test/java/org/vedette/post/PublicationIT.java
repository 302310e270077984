package org.vedette.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PublicationIT extends RunningService {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final AtomicInteger ISSUES = new AtomicInteger();
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private WebTestClient editor;
    private PostTopic topic;

    @BeforeEach
    void open() {
        topic = PostTopic.fromNowOn();
        editor = client(tokens.tokenWithRoles("editor"));
    }

    @AfterEach
    void close() {
        topic.close();
    }

    @Test
    void aPublishedPostGoesOutAsACloudEvent() {
        var id = draft("A loader that waits for the night shift");

        editor.post()
                .uri("/api/posts/{id}/publication", id)
                .header("traceparent", TRACE)
                .exchange()
                .expectStatus()
                .isOk();

        var headers = headers(topic.next(id));
        assertThat(headers)
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_type", "org.vedette.post.published.v1")
                .containsEntry("ce_source", "urn:vedette:post-service")
                .containsEntry("ce_subject", id.toString())
                .containsEntry("content-type", "application/json")
                .containsEntry("ce_traceparent", TRACE)
                .containsEntry("traceparent", TRACE)
                .containsKeys("ce_id", "ce_time");
    }

    @Test
    void theEventHasTheShapeOfTheContract() throws Exception {
        var id = draft("The shape of the contract");

        editor.post()
                .uri("/api/posts/{id}/publication", id)
                .exchange()
                .expectStatus()
                .isOk();

        var event = JSON.readTree(topic.next(id).value());
        var golden = JSON.readTree(getClass().getResourceAsStream("/org/vedette/events/golden/post-published.json"));
        assertThat(fields(event)).containsExactlyInAnyOrderElementsOf(fields(golden));
        assertThat(fields(event.get("post"))).containsExactlyInAnyOrderElementsOf(fields(golden.get("post")));
    }

    @Test
    void aRevisionFollowsItsPublicationAndCarriesTheCorrection() {
        var id = draft("A port that was wrong");
        editor.post()
                .uri("/api/posts/{id}/publication", id)
                .exchange()
                .expectStatus()
                .isOk();

        editor.put()
                .uri("/api/posts/{id}", id)
                .header(HttpHeaders.IF_MATCH, "\"2\"")
                .bodyValue(Map.of(
                        "title", "A port that was right",
                        "body", "It was 8443.",
                        "bylines", List.of(Map.of("name", "Ada Example")),
                        "correction", "An earlier version named the wrong port."))
                .exchange()
                .expectStatus()
                .isOk();

        var published = JSON.readTree(topic.next(id).value());
        var revised = JSON.readTree(topic.next(id).value());
        assertThat(published.at("/post/revision").asLong()).isEqualTo(2);
        assertThat(revised.at("/post/revision").asLong()).isEqualTo(3);
        assertThat(revised.at("/post/slug").asString()).isEqualTo("a-port-that-was-wrong");
        assertThat(revised.at("/correction").asString()).isEqualTo("An earlier version named the wrong port.");
    }

    @Test
    void aMergeOfTwoAuthorsIsPublishedWithTheirPosts() {
        var ofZoe = publishAs("Zoë");
        var merged = publishAs("Zoe");
        assertThat(JSON.readTree(topic.next(ofZoe).value())
                        .at("/post/bylines/0/author")
                        .asString())
                .isEqualTo("zoe");
        assertThat(JSON.readTree(topic.next(merged).value())
                        .at("/post/bylines/0/author")
                        .asString())
                .isEqualTo("zoe-2");

        editor.put()
                .uri("/api/authors/zoe-2/merge")
                .bodyValue(Map.of("into", "zoe"))
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(JSON.readTree(topic.next(merged).value())
                        .at("/post/bylines/0")
                        .toString())
                .isEqualTo("{\"name\":\"Zoe\",\"affiliation\":null,\"author\":\"zoe\",\"formerAuthors\":[\"zoe-2\"]}");
    }

    private UUID publishAs(String name) {
        var post = Map.of("title", "By " + name, "body", "It *waits*.", "bylines", List.of(Map.of("name", name)));
        var draft = editor.post().uri("/api/posts").bodyValue(post).exchange();
        var id = UUID.fromString(JSON.readTree(draft.expectBody().returnResult().getResponseBodyContent())
                .get("id")
                .asString());
        editor.post()
                .uri("/api/posts/{id}/publication", id)
                .exchange()
                .expectStatus()
                .isOk();
        return id;
    }

    @Test
    void anEventIsOnTheTopicSoonAfterTheAnswer() {
        var first = draft("Warm up");
        editor.post()
                .uri("/api/posts/{id}/publication", first)
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(topic.next(first)).isNotNull();
        var id = draft("Measured");

        editor.post()
                .uri("/api/posts/{id}/publication", id)
                .exchange()
                .expectStatus()
                .isOk();
        var answered = System.nanoTime();

        assertThat(topic.next(id)).isNotNull();
        assertThat(Duration.ofNanos(System.nanoTime() - answered)).isLessThan(Duration.ofSeconds(1));
    }

    /** Each is an issue of another week: no two issues of a series may cover the same one. */
    private UUID draft(String title) {
        var week = LocalDate.of(2016, 1, 3).plusWeeks(ISSUES.incrementAndGet());
        var answer = editor.post()
                .uri("/api/posts")
                .bodyValue(Map.of(
                        "title",
                        title,
                        "standfirst",
                        "What we saw.",
                        "body",
                        "The loader *sleeps* until the night shift starts.",
                        "bylines",
                        List.of(Map.of("name", "Ada Example", "affiliation", "Example Labs")),
                        "tags",
                        List.of("Loader"),
                        "series",
                        "weekly-phishing-report",
                        "period",
                        Map.of("from", week.toString(), "to", week.plusDays(6).toString())))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        return UUID.fromString(JSON.readTree(answer).get("id").asString());
    }

    private static Map<String, String> headers(ConsumerRecord<String, byte[]> record) {
        var headers = new TreeMap<String, String>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }

    private static List<String> fields(JsonNode object) {
        return List.copyOf(object.propertyNames());
    }
}
