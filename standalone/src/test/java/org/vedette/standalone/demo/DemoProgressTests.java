package org.vedette.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoProgressTests {

    private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");
    private static final LocalDate TUESDAY = LocalDate.parse("2026-11-24");

    @TempDir
    private Path directory;

    @Test
    void aNewBlogHasNeitherBegunNorIsItComplete() throws IOException {
        assertThat(progress().hasBegun()).isFalse();
        assertThat(progress().isComplete()).isFalse();
    }

    @Test
    void theDayItBeganIsKeptForALaterStart() throws IOException {
        assertThat(progress().begin(MONDAY)).isEqualTo(MONDAY);

        assertThat(progress().begin(TUESDAY)).isEqualTo(MONDAY);
        assertThat(progress().isComplete()).isFalse();
    }

    @Test
    void aCompleteBlogKeepsTheDayItBegan() throws IOException {
        assertThat(progress().begin(MONDAY)).isEqualTo(MONDAY);

        progress().complete(TUESDAY);

        assertThat(progress().isComplete()).isTrue();
        assertThat(directory.resolve("demo-blog")).hasContent("2026-11-23 complete");
    }

    @Test
    void aBlogWithPostsOfItsOwnIsCompleteWithoutHavingBegun() throws IOException {
        progress().complete(TUESDAY);

        assertThat(progress().isComplete()).isTrue();
    }

    private DemoProgress progress() {
        return new DemoProgress(directory.resolve("demo-blog"));
    }
}
