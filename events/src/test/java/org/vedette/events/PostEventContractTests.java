package org.vedette.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The golden files, the schemas and the records say the same. */
class PostEventContractTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @EnumSource
    void aGoldenFileSurvivesTheRoundTripThroughItsRecord(PostEventType type) {
        var golden = JSON.readTree(resource("golden/" + name(type) + ".json"));

        var event = JSON.treeToValue(golden, type.data());

        assertThat(JSON.readTree(JSON.writeValueAsString(event))).isEqualTo(golden);
    }

    @ParameterizedTest
    @EnumSource
    void aGoldenFileKeepsItsSchema(PostEventType type) {
        var golden = resource("golden/" + name(type) + ".json");

        var errors = schema(type).validate(golden, InputFormat.JSON);

        assertThat(errors).isEmpty();
    }

    @Test
    void theSchemaRefusesAPostWithoutATitle() {
        var golden = resource("golden/post-published.json")
                .replace("\"title\": \"Weekly Phishing Report: November 3, 2026\",", "");

        var errors = schema(PostEventType.PUBLISHED).validate(golden, InputFormat.JSON);

        assertThat(errors).extracting(Error::getMessage).anyMatch(message -> message.contains("title"));
    }

    @ParameterizedTest
    @EnumSource
    void aFieldOfANewerProducerIsIgnored(PostEventType type) {
        var golden = resource("golden/" + name(type) + ".json").replaceFirst("\\{", "{\"addedLater\": [1],");

        var event = JSON.readValue(golden, type.data());

        assertThat(event.postId()).hasToString("0192f0c4-7a10-7c3e-9b1d-3f5a6c7d8e9f");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ", \"corrections\": null"})
    void anEventOfAProducerThatKnowsNoCorrectionsHasNone(String instead) {
        var json = resource("golden/post-published.json").replace(",\n    \"corrections\": []", instead);

        var event = JSON.readValue(json, PostPublished.class);

        assertThat(event.post().corrections()).isEmpty();
        assertThat(PostContract.violationsOf(event)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ", \"author\": null, \"formerAuthors\": null"})
    void theAuthorsOfAnEventOfAProducerThatChoosesNoSlugsAreDerivedFromTheirNames(String instead) {
        var json = resource("golden/post-published.json")
                .replaceAll(", \"author\": \"[^\"]+\", \"formerAuthors\": \\[[^]]*]", instead);

        var event = JSON.readValue(json, PostPublished.class);

        assertThat(event.post().bylines()).allMatch(byline -> byline.author() == null);
        assertThat(event.post().bylines())
                .extracting(Byline::authorSlug)
                .containsExactly("ada-example", "grace-sample");
        assertThat(PostContract.violationsOf(event)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ", \"language\": null"})
    void anEventOfAProducerThatKnowsNoLanguageHasNone(String instead) {
        var json = resource("golden/post-published.json").replace(",\n    \"language\": \"en\"", instead);

        var event = JSON.readValue(json, PostPublished.class);

        assertThat(event.post().language()).isNull();
        assertThat(PostContract.violationsOf(event)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ", \"tellAlerted\": null"})
    void anEventOfAProducerThatTellsNobodyTellsNobody(String instead) {
        var revised = resource("golden/post-revised.json").replace(",\n  \"tellAlerted\": true", instead);
        var withdrawn = resource("golden/post-withdrawn.json").replace(",\n  \"tellAlerted\": false", instead);

        assertThat(JSON.readValue(revised, PostRevised.class).tellAlerted()).isNull();
        assertThat(JSON.readValue(withdrawn, PostWithdrawn.class).tellAlerted()).isNull();
    }

    @Test
    void anEventKnowsItsType() {
        var events = Stream.of(PostEventType.values())
                .map(type -> JSON.readValue(resource("golden/" + name(type) + ".json"), type.data()));

        var types = events.map(PostEventType::of);

        assertThat(types).containsExactly(PostEventType.values());
    }

    @Test
    void aTypeOfANewerProducerIsUnknown() {
        var type = PostEventType.of("org.vedette.post.translated.v1");

        assertThat(type).isEmpty();
    }

    @Test
    void theListsOfAPostCannotBeChangedFromOutside() {
        var tags = new ArrayList<>(List.of("phishing"));
        var post = JSON.readValue(resource("golden/post-published.json"), PostPublished.class)
                .post();
        var copy = new PublicPost(
                post.id(),
                9,
                post.slug(),
                post.formerSlugs(),
                post.title(),
                null,
                post.html(),
                post.text(),
                post.excerpt(),
                post.bylines(),
                tags,
                null,
                null,
                post.tlp(),
                post.publishedAt(),
                post.revisedAt(),
                post.corrections(),
                post.language());

        tags.add("later");

        assertThat(copy.tags()).containsExactly("phishing");
    }

    private static Schema schema(PostEventType type) {
        var schemas = Stream.of("public-post", "post-published", "post-revised", "post-withdrawn")
                .collect(Collectors.toMap(
                        name -> "urn:vedette:schema:" + name + ".v1",
                        name -> resource("schema/" + name + ".v1.schema.json")));
        return registry(schemas).getSchema(SchemaLocation.of("urn:vedette:schema:" + name(type) + ".v1"));
    }

    private static SchemaRegistry registry(Map<String, String> schemas) {
        return SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(schemas));
    }

    private static String name(PostEventType type) {
        return "post-" + type.name().toLowerCase(Locale.ROOT);
    }

    private static String resource(String name) {
        try (var file = PostEventContractTests.class.getResourceAsStream("/org/vedette/events/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
