package org.vedette.benchmarks.blog;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SyntheticBlogTests {

    private static final int SIZE = 1_000;
    private static final Duration YEARS = Duration.ofDays(3_652);

    private final SyntheticBlog blog = new SyntheticBlog(1, SIZE, YEARS);

    @Test
    void theSameSeedMakesTheSamePost() {
        var again = new SyntheticBlog(1, SIZE, YEARS);

        var post = blog.post(17);

        assertThat(post).isEqualTo(again.post(17)).isNotEqualTo(blog.post(18));
    }

    @Test
    void everyPostKeepsToTheContract() throws IOException {
        var schema = resource("/org/vedette/events/schema/public-post.v1.schema.json");
        var json = JsonMapper.builder().build();

        var posts = IntStream.range(0, SIZE)
                .mapToObj(number -> json.writeValueAsString(blog.post(number)))
                .toList();

        assertThat(posts)
                .allSatisfy(post -> assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                                .getSchema(
                                        SchemaLocation.of("urn:vedette:schema:public-post.v1"),
                                        schema,
                                        InputFormat.JSON)
                                .validate(post, InputFormat.JSON))
                        .isEmpty());
    }

    @Test
    void idsAndSlugsAreUniqueAndIdsAreInTheOrderOfTime() {
        var posts = IntStream.range(0, SIZE).mapToObj(blog::metadata).toList();

        var ids = posts.stream().map(PostMetadata::id).toList();

        assertThat(ids).isSorted().doesNotHaveDuplicates();
        assertThat(posts).extracting(PostMetadata::slug).doesNotHaveDuplicates();
    }

    @Test
    void fewWordsAreUsedOftenAndManySeldom() {
        var words = IntStream.range(0, 200)
                .mapToObj(number -> blog.post(number).text())
                .flatMap(text -> List.of(text.toLowerCase(Locale.ROOT).split("\\W+")).stream())
                .toList();

        long mostFrequent =
                words.stream().filter(blog.words().ranked(0)::equals).count();

        assertThat((double) mostFrequent / words.size()).isBetween(0.06, 0.14);
        assertThat(new HashSet<>(words)).hasSizeGreaterThan(10_000);
    }

    @Test
    void aPostHasAsManyWordsAsAsked() {
        var post = blog.post(3);

        var words = post.text().split("\\s+").length;

        assertThat(words).isBetween(850, 950);
    }

    private static String resource(String name) throws IOException {
        try (var file = Objects.requireNonNull(SyntheticBlogTests.class.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
