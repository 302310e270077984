package org.vedette.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FrontMatterTests {

    @Test
    void fieldsAreAboveTheLineAndTheBodyBelow() {
        var matter = FrontMatter.of("title: A: b\ntags: one, two\n---\n\nBody\n---\nmore\n");

        assertThat(matter.one("title")).isEqualTo("A: b");
        assertThat(matter.one("tags")).isEqualTo("one, two");
        assertThat(matter.body()).isEqualTo("Body\n---\nmore");
    }

    @Test
    void aFieldMayComeMoreThanOnce() {
        var matter = FrontMatter.of("byline: Ada\nbyline: Bob\n---\nBody");

        assertThat(matter.all("byline")).containsExactly("Ada", "Bob");
    }

    @Test
    void aMissingFieldIsNamed() {
        var matter = FrontMatter.of("title: A\n---\nBody");

        assertThat(matter.maybe("series")).isEmpty();
        assertThat(matter.all("byline")).isEmpty();
        assertThatThrownBy(() -> matter.one("slug"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no slug");
    }

    @Test
    void aTextWithoutTheLineIsRefused() {
        assertThatThrownBy(() -> FrontMatter.of("title: A\nBody")).isInstanceOf(IllegalArgumentException.class);
    }
}
