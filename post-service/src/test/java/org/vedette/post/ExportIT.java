package org.vedette.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.vedette.post.media.Pictures;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An export of every kind of post, imported into an empty store and exported again. */
class ExportIT extends RunningService {

    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final String ODD = "\uD83E\uDD8A \"Quoted\" \\ 'and' # not: a – comment %s";

    private final MongoDatabase database;

    @Autowired
    ExportIT(MongoClient client, PostServiceProperties properties) {
        database = client.getDatabase(properties.database());
    }

    @Test
    void whatIsImportedIntoAnEmptyStoreIsExportedAgainAsItWas() {
        fill();
        var first = ZipEntries.of(export());
        emptyTheStore();

        try (var topic = PostTopic.fromNowOn()) {
            var dry = imported("?dryRun=true", first.zip());
            assertThat(dry.at("/failed").asInt()).as(dry.toString()).isZero();
            assertThat(ZipEntries.of(export()).files().keySet()).noneMatch(name -> name.startsWith("posts/"));

            var report = imported("", first.zip());

            assertThat(report.at("/failed").asInt()).as(report.toString()).isZero();
            assertThat(report.at("/created").asInt())
                    .isEqualTo(dry.at("/created").asInt());
            expectQuietEvents(first, topic);
        }
        var second = ZipEntries.of(export());
        assertSame(first, second);

        var again = imported("", first.zip());

        assertThat(again.at("/created").asInt()).as(again.toString()).isZero();
        assertThat(again.at("/failed").asInt()).as(again.toString()).isZero();
        assertThat(comparable(ZipEntries.of(export()))).isEqualTo(comparable(second));
    }

    private void fill() {
        var jpeg = upload(Pictures.jpeg(1100, 900), "A chart");
        var gif = upload(Pictures.gif(40, 30, 3), "");
        var unused = upload(Pictures.transparentPng(64, 48), "Unused");
        json(
                HttpMethod.POST,
                "/api/series",
                "{\"slug\": \"quarterly\", \"title\": \"Quarterly\", \"cadence\": \"irregular\"}");
        json(
                HttpMethod.PUT,
                "/api/series/quarterly",
                "{\"title\": \"Quarterly Review\", \"cadence\": \"monthly\", \"introduction\": \"Four times.\"}");
        json(HttpMethod.POST, "/api/redirects", "{\"from\": \"/2016/06/a-loader\", \"to\": \"/archive/2016\"}");
        var empty = draft("{\"title\": \"Nothing yet\"}");
        var ready = draft(post("Ready", "---\nIt *waits*.\n\n---\n", "\"publishAt\": \"2016-06-30T10:00:00Z\""));
        json(HttpMethod.PUT, ready + "/review", null);
        var scheduled = draft(post("Scheduled", "Later.", ""));
        json(HttpMethod.POST, scheduled + "/publication", "{\"publishAt\": \"2031-03-01T09:00:00Z\", \"quiet\": true}");
        var everything = draft(post(
                ODD.formatted("é"),
                "![A chart](" + jpeg + ")\n\n![](" + gif + ")\r\n\nIt waits\\. \u200Dzwj",
                everyField(jpeg)));
        json(HttpMethod.POST, everything + "/publication", "{\"quiet\": false}");
        json(
                HttpMethod.PUT,
                everything,
                post(
                        "Retitled",
                        "Now it works.\n",
                        everyField(jpeg) + ", \"slug\": \"retitled\", \"correction\": \"It waits.\""));
        var second = draft(post("Second issue", "Another.", issue()));
        json(HttpMethod.POST, second + "/publication", "{\"duplicatePeriod\": true, \"quiet\": true}");
        var amber = draft(post("Amber", "Only for some.", "\"tlp\": \"AMBER+STRICT\""));
        json(HttpMethod.POST, amber + "/publication", "{\"publishAt\": \"2016-07-01T09:00:00Z\"}");
        var withdrawn = draft(post("Withdrawn", "It was wrong.", ""));
        json(HttpMethod.POST, withdrawn + "/publication", "{}");
        json(HttpMethod.DELETE, withdrawn + "/publication", "{\"reason\": \"The host was harmless.\"}");
        assertThat(empty).isNotEqualTo(ready);
        mergeAnAuthor();
    }

    /** The post is published again, which others wait for no longer then. */
    private void mergeAnAuthor() {
        var post = draft("{\"title\": \"Merged\", \"body\": \"x\", \"bylines\": [{\"name\": \"Bo Example\"}]}");
        json(HttpMethod.POST, post + "/publication", "{}");
        json(HttpMethod.PUT, "/api/authors/bo-example/merge", "{\"into\": \"ada-example\"}");
        await().atMost(TIMEOUT)
                .until(() -> json(HttpMethod.GET, post, null).at("/revision").asInt() == 3);
    }

    private static String issue() {
        return "\"series\": \"quarterly\", \"period\": {\"from\": \"2016-04-01\", \"to\": \"2016-06-30\"}";
    }

    private static String everyField(String picture) {
        return issue() + """
            , "standfirst": "Seen from here.", "language": "pt-BR", "tlp": "CLEAR", "excerpt": "Cut by hand.",
            "canonicalUrl": "https://labs.example/2016/a-loader", "metaTitle": "A loader", "metaDescription": "For programs.",
            "sharingImage": {"address": "%s", "alternativeText": "A chart"}
            """.formatted(picture);
    }

    private static String post(String title, String body, String more) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("title", title);
        fields.put("body", body);
        fields.put("tags", List.of("loader", "c++"));
        fields.put(
                "bylines",
                List.of(Map.of("name", "Ada Example", "affiliation", "Example Labs"), Map.of("name", "Zoë Example")));
        var json = JsonMapper.shared().writeValueAsString(fields);
        return more.isEmpty() ? json : json.substring(0, json.length() - 1) + ", " + more + "}";
    }

    /** Restored posts are quiet, and the manifest says when it was written; nothing else may differ. */
    private static void assertSame(ZipEntries first, ZipEntries second) {
        assertThat(second.files().keySet()).isEqualTo(first.files().keySet());
        assertThat(first.text("manifest.json")).contains("\"posts\": 8", "\"pictures\": 3", "\"redirects\": 1");
        assertThat(comparable(second)).isEqualTo(comparable(first));
    }

    private static Map<String, String> comparable(ZipEntries entries) {
        var comparable = new LinkedHashMap<String, String>();
        entries.files().forEach((name, content) -> {
            var text = new String(content, StandardCharsets.ISO_8859_1);
            if (name.equals("manifest.json")) {
                text = text.replaceFirst("\"createdAt\": \"[^\"]+\"", "");
            }
            var isNewest = text.contains("\nrevisions: ") && text.contains("\npublishedAt: ");
            comparable.put(name, isNewest ? text.replace("\nquiet: false\n", "\nquiet: true\n") : text);
        });
        return comparable;
    }

    /** Five were published, and one of them was withdrawn. */
    private static void expectQuietEvents(ZipEntries export, PostTopic topic) {
        var published = export.files().keySet().stream()
                .filter(name -> name.startsWith("posts/"))
                .filter(name -> export.text(name).contains("\nrevisions: "))
                .filter(name -> export.text(name).contains("\npublishedAt: "))
                .toList();
        assertThat(published).hasSize(5);
        for (var name : published) {
            var event = JsonMapper.shared()
                    .readTree(
                            topic.next(UUID.fromString(name.split("/", -1)[1])).value());
            assertThat(event.has("reason") || event.at("/post/quiet").asBoolean())
                    .as(event.toString())
                    .isTrue();
        }
    }

    private void emptyTheStore() {
        Flux.from(database.listCollectionNames())
                .collectList()
                .flatMapIterable(names -> names)
                .concatMap(name -> database.getCollection(name).deleteMany(new Document()))
                .blockLast(TIMEOUT);
    }

    private byte[] export() {
        return Objects.requireNonNull(client(tokens.tokenWithRoles("editor"))
                .mutate()
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(50_000_000))
                .build()
                .get()
                .uri("/api/export")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/zip")
                .expectBody()
                .returnResult()
                .getResponseBodyContent());
    }

    private String upload(byte[] picture, String alt) {
        var answer = JsonMapper.shared()
                .readTree(client(tokens.tokenWithRoles("editor"))
                        .post()
                        .uri("/api/media")
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .bodyValue(picture)
                        .exchange()
                        .expectStatus()
                        .isCreated()
                        .expectBody()
                        .returnResult()
                        .getResponseBodyContent());
        if (!alt.isEmpty()) {
            json(HttpMethod.PATCH, "/api/media/" + answer.at("/id").asString(), "{\"alt\": \"" + alt + "\"}");
        }
        return answer.at("/url").asString();
    }

    private String draft(String json) {
        return "/api/posts/"
                + json(HttpMethod.POST, "/api/posts", json).at("/id").asString();
    }

    private JsonNode imported(String query, byte[] file) {
        var begun = JsonMapper.shared()
                .readTree(client(tokens.tokenWithRoles("editor"))
                        .post()
                        .uri("/api/imports" + query)
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .bodyValue(file)
                        .exchange()
                        .expectStatus()
                        .isAccepted()
                        .expectBody()
                        .returnResult()
                        .getResponseBodyContent());
        var address = "/api/imports/" + begun.at("/id").asString();
        return await().atMost(TIMEOUT)
                .until(
                        () -> json(HttpMethod.GET, address, null),
                        report -> report.at("/state").asString().equals("finished"));
    }

    @CanIgnoreReturnValue
    private JsonNode json(HttpMethod method, String address, @Nullable String body) {
        var request = client(tokens.tokenWithRoles("editor"))
                .method(method)
                .uri(address)
                .header("If-Match", address.endsWith("quarterly") ? "\"1\"" : "*")
                .contentType(MediaType.APPLICATION_JSON);
        var result = (body == null ? request : request.bodyValue(body))
                .exchange()
                .expectBody()
                .returnResult();
        var content = result.getResponseBodyContent();
        var text = content == null ? "{}" : new String(content, StandardCharsets.UTF_8);
        assertThat(result.getStatus().is2xxSuccessful())
                .as(method + " " + address + ": " + text)
                .isTrue();
        return JsonMapper.shared().readTree(text);
    }
}
