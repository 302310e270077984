package org.vedette.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The contract and the JSON Schemas refuse the same events. */
class PostContractTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @EnumSource
    void aGoldenEventHasNoViolations(PostEventType type) {
        var event = JSON.treeToValue(golden(type), type.data());

        assertThat(PostContract.violationsOf(event)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/post/id | null | post.id is missing",
                "/post/revision | 0 | post.revision is less than 1",
                "/post/slug | null | post.slug is missing",
                "/post/slug | \"\" | post.slug is not a slug",
                "/post/slug | \"k2 weird/slug?x=1#\\\"><script>\" | post.slug is not a slug",
                "/post/slug | \"-a\" | post.slug is not a slug",
                "/post/formerSlugs/0 | \"A\" | post.formerSlugs[0] is not a slug",
                "/post/title | null | post.title is missing",
                "/post/title | \" \" | post.title is blank",
                "/post/html | null | post.html is missing",
                "/post/text | null | post.text is missing",
                "/post/excerpt | null | post.excerpt is missing",
                "/post/bylines | [] | post.bylines is empty",
                "/post/bylines/1/name | null | post.bylines[1].name is missing",
                "/post/bylines/0/name | \"\" | post.bylines[0].name is blank",
                "/post/bylines/0/author | \"\" | post.bylines[0].author is not the slug of an author",
                "/post/bylines/0/author | \"Ada/Example\" | post.bylines[0].author is not the slug of an author",
                "/post/bylines/1/formerAuthors/0 | \"-a\" | post.bylines[1].formerAuthors[0] is not the slug of",
                "/post/language | \"\" | post.language is not a language tag",
                "/post/language | \"en_US\" | post.language is not a language tag",
                "/post/language | \"e\" | post.language is not a language tag",
                "/post/language | \"en-\" | post.language is not a language tag",
                "/post/language | \"en-x-aaaaaaaa-aaaaaaaa-aaaaaaaa-aaaaa\" | post.language is not a language tag",
                "/post/tags/0 | \"\" | post.tags[0] is blank",
                "/post/series/slug | null | post.series.slug is missing",
                "/post/series/slug | \"a b\" | post.series.slug is not a slug",
                "/post/series/title | null | post.series.title is missing",
                "/post/period/from | null | post.period.from is missing",
                "/post/period/to | null | post.period.to is missing",
                "/post/period/to | \"+10000-01-01\" | post.period is not in the years 1 to 9999",
                "/post/tlp | null | post.tlp is missing",
                "/post/publishedAt | null | post.publishedAt is missing",
                "/post/publishedAt | \"+10000-01-01T00:00:00Z\" | post.publishedAt is not in the years 1 to 9999",
                "/post/revisedAt | \"0000-12-31T23:59:59Z\" | post.revisedAt is not in the years 1 to 9999",
                "/post/revisedAt | \"-0001-06-01T00:00:00Z\" | post.revisedAt is not in the years 1 to 9999",
            })
    void aViolationOfAPostIsNamedAndTheSchemaRefusesItToo(String where, String value, String violation) {
        assertViolation(PostEventType.PUBLISHED, where, value, violation);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/post/metadata/canonicalUrl | \"labs.example/a\" | post.metadata.canonicalUrl is not an absolute http",
                "/post/metadata/canonicalUrl | \"javascript:x\" | post.metadata.canonicalUrl is not an absolute http",
                "/post/metadata/image/address | null | post.metadata.image.address is missing",
                "/post/metadata/image/address | \"//labs.example/a\" | post.metadata.image.address is not a path",
                "/post/metadata/image/mediaType | \" \" | post.metadata.image.mediaType is blank",
                "/post/corrections/0/date | null | post.corrections[0].date is missing",
                "/post/corrections/1/date | \"+10000-01-01T00:00:00Z\" | post.corrections[1].date is not in the years 1 to 9999",
                "/post/corrections/0/text | null | post.corrections[0].text is missing",
                "/post/corrections/1/text | \" \" | post.corrections[1].text is blank",
            })
    void aViolationOfAnOptionalPartIsNamedAndTheSchemaRefusesItToo(String where, String value, String violation) {
        assertViolation(PostEventType.REVISED, where, value, violation);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/postId | null | postId is missing",
                "/revision | -1 | revision is less than 1",
                "/slug | null | slug is missing",
                "/slug | \"a/b\" | slug is not a slug",
                "/withdrawnAt | null | withdrawnAt is missing",
                "/withdrawnAt | \"+10000-01-01T00:00:00Z\" | withdrawnAt is not in the years 1 to 9999",
            })
    void aViolationOfAWithdrawalIsNamedAndTheSchemaRefusesItToo(String where, String value, String violation) {
        assertViolation(PostEventType.WITHDRAWN, where, value, violation);
    }

    @ParameterizedTest
    @CsvSource({
        "/post/slug, 201",
        "/post/title, 201",
        "/post/standfirst, 501",
        "/post/excerpt, 301",
        "/post/bylines/0/name, 201",
        "/post/bylines/0/affiliation, 501",
        "/post/bylines/0/author, 201",
        "/post/tags/0, 201",
        "/post/series/title, 501",
        "/post/series/introduction, 2001",
        "/correction, 2001",
    })
    void aTextThatIsTooLongIsNamedAndTheSchemaRefusesItToo(String where, int length) {
        var tree = golden(PostEventType.PUBLISHED);
        set(tree, where, "\"" + "a".repeat(length) + "\"");

        var violations = PostContract.violationsOf(JSON.treeToValue(tree, PostRevised.class));

        assertThat(violations.orElseThrow())
                .contains(where.substring(where.lastIndexOf('/') + 1).replace("0", "[0]"));
        assertThat(isValid(tree, PostEventType.REVISED)).isFalse();
    }

    /** A limit of the contract is never narrower than the post service's own. */
    @Test
    void theLongestThatThePostServiceAcceptsIsValid() {
        var tree = golden(PostEventType.PUBLISHED);
        set(tree, "/post/slug", "\"" + "a".repeat(100) + "\"");
        set(tree, "/post/title", "\"" + "\uD83D\uDD10".repeat(200) + "\"");
        set(tree, "/post/standfirst", "\"" + "é".repeat(500) + "\"");
        set(tree, "/post/bylines/0/name", "\"" + "a".repeat(100) + "\"");
        set(tree, "/post/bylines/0/affiliation", "\"" + "a".repeat(150) + "\"");
        set(
                tree,
                "/post/tags",
                JSON.writeValueAsString(
                        Stream.generate(() -> "a".repeat(50)).limit(20).toList()));
        set(tree, "/post/text", "\"\"");
        set(tree, "/post/excerpt", "\"\"");
        set(tree, "/post/publishedAt", "\"1970-01-01T00:00:00Z\"");

        assertThat(PostContract.violationsOf(JSON.treeToValue(tree, PostPublished.class)))
                .isEmpty();
        assertThat(isValid(tree, PostEventType.PUBLISHED)).isTrue();
    }

    @Test
    void anEventWithoutAPostIsAViolation() {
        var event = JSON.readValue("{\"post\": null}", PostPublished.class);

        assertThat(PostContract.violationsOf(event)).contains("post is missing");
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsIsAViolation() {
        var tree = golden(PostEventType.PUBLISHED);
        set(tree, "/post/period/to", "\"2026-10-24\"");

        assertThat(PostContract.violationsOf(JSON.treeToValue(tree, PostPublished.class)))
                .contains("post.period ends before it begins");
    }

    @Test
    void aLabelOfANewerProducerIsValid() {
        var tree = golden(PostEventType.PUBLISHED);
        set(tree, "/post/tlp", "\"VIOLET\"");

        assertThat(PostContract.violationsOf(JSON.treeToValue(tree, PostPublished.class)))
                .isEmpty();
    }

    @Test
    void ofManyViolationsTheFirstFiveAreNamed() {
        var event = JSON.readValue(
                "{\"post\": {\"formerSlugs\": [], \"bylines\": [], \"tags\": [], \"revision\": 1}}",
                PostPublished.class);

        assertThat(PostContract.violationsOf(event).orElseThrow())
                .startsWith("post.id is missing, post.slug is missing, ")
                .endsWith(" more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"formerSlugs", "bylines", "tags", "corrections"})
    void aListWithANullInItIsNamed(String list) {
        var tree = golden(PostEventType.PUBLISHED);
        set(tree, "/post/" + list, "[null]");

        assertThatThrownBy(() -> JSON.treeToValue(tree, PostPublished.class))
                .hasMessageContaining(list + " has an element that is null");
        assertThat(isValid(tree, PostEventType.PUBLISHED)).isFalse();
    }

    /** Java's patterns recurse, and a slug of a megabyte must not exhaust the stack. */
    @Test
    void aSlugOfAMegabyteIsRefusedWithoutRecursion() {
        assertThat(PostContract.isSlug("a-".repeat(500_000) + "a")).isFalse();
    }

    private static void assertViolation(PostEventType type, String where, String value, String violation) {
        var tree = golden(type);
        set(tree, where, value);

        var violations = PostContract.violationsOf(JSON.treeToValue(tree, type.data()));

        assertThat(violations.orElseThrow()).startsWith(violation).doesNotContain(",");
        assertThat(isValid(tree, type)).isFalse();
    }

    private static void set(JsonNode tree, String where, String value) {
        var parent = tree.at(where.substring(0, where.lastIndexOf('/')));
        var name = where.substring(where.lastIndexOf('/') + 1);
        var node = JSON.readTree(value);
        if (parent instanceof ArrayNode array) {
            assertThat(array.set(Integer.parseInt(name), node)).isNotNull();
        } else {
            assertThat(((ObjectNode) parent).set(name, node)).isNotNull();
        }
    }

    private static boolean isValid(JsonNode tree, PostEventType type) {
        var schemas = Stream.of("public-post", "post-published", "post-revised", "post-withdrawn")
                .collect(Collectors.toMap(
                        name -> "urn:vedette:schema:" + name + ".v1",
                        name -> resource("schema/" + name + ".v1.schema.json")));
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(schemas))
                .getSchema(SchemaLocation.of("urn:vedette:schema:" + name(type) + ".v1"))
                .validate(JSON.writeValueAsString(tree), InputFormat.JSON)
                .isEmpty();
    }

    private static JsonNode golden(PostEventType type) {
        return JSON.readTree(resource("golden/" + name(type) + ".json"));
    }

    private static String name(PostEventType type) {
        return "post-" + type.name().toLowerCase(Locale.ROOT);
    }

    private static String resource(String name) {
        try (var file = PostContractTests.class.getResourceAsStream("/org/vedette/events/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
