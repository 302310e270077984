package org.vedette.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoBlogTests {

    @TempDir
    Path temporary;

    private PostApiStub api;

    @BeforeEach
    void start() throws IOException {
        api = PostApiStub.start();
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void aNewBlogGetsAllPostsOldestFirst() throws IOException {
        blogOn("2026-11-23").publish();

        assertThat(api.published())
                .containsExactly(
                        "weekly-phishing-report-2026-11-10",
                        "weekly-threat-intelligence-brief-2026-11-12",
                        "weekly-phishing-report-2026-11-17",
                        "one-kit-forty-one-landing-pages",
                        "weekly-threat-intelligence-brief-2026-11-19");
    }

    @Test
    void aBlogThatHasItsPostsIsLeftAlone() throws IOException {
        blogOn("2026-11-23").publish();
        var before = api.requests();

        blogOn("2027-03-01").publish();

        assertThat(api.requests()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void anInterruptedStartIsContinuedWithoutRepetition(int requests) throws IOException {
        api.failAfter(requests);
        assertThatThrownBy(() -> blogOn("2026-11-23").publish()).isInstanceOf(IOException.class);
        api.recover();

        blogOn("2026-11-26").publish();

        assertThat(api.published()).hasSize(5).doesNotHaveDuplicates();
        assertThat(api.drafts()).isEqualTo(5);
    }

    @Test
    void aBlogThatHasPostsOfItsOwnGetsNone() throws IOException {
        api.add("our-first-post");

        blogOn("2026-11-23").publish();
        blogOn("2026-11-24").publish();

        assertThat(api.published()).isEmpty();
        assertThat(api.drafts()).isEqualTo(1);
    }

    @Test
    void everyRequestCarriesTheToken() throws IOException {
        blogOn("2026-11-23").publish();

        assertThat(api.tokens()).containsExactly("Bearer secret");
    }

    private DemoBlog blogOn(String day) {
        var noon = Clock.fixed(Instant.parse(day + "T12:00:00Z"), ZoneOffset.UTC);
        return new DemoBlog(api.url(), "secret", temporary.resolve("demo-blog"), noon);
    }
}
