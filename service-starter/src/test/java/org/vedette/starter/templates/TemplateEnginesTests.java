package org.vedette.starter.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class TemplateEnginesTests {

    private final ApplicationContextRunner contexts = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(TemplatesAutoConfiguration.class))
            .withPropertyValues("vedette.templates.package-name=org.vedette.example.views");

    @TempDir
    private Path directory;

    @Test
    void aChangedTemplateTakesEffectAtTheNextRendering() throws IOException {
        write("greeting.jte", "@param String name\nHello @template.name(name = name)", 1);
        write("name.jte", "@param String name\n${name}.", 1);
        var templates = TemplateEngines.reloading(List.of(directory));
        assertThat(render(templates)).isEqualTo("Hello Ada.");

        write("name.jte", "@param String name\n${name}!", 2);

        assertThat(render(templates)).isEqualTo("Hello Ada!");
    }

    @Test
    void aTemplateCallsThoseOfOtherFoldersAndFollowsTheirChanges() throws IOException {
        var shared = Files.createDirectory(directory.resolve("shared"));
        Files.createDirectory(shared.resolve("pages"));
        write("greeting.jte", "@param String name\nHello @template.pages.name(name = name)", 1);
        write("shared/pages/name.jte", "@param String name\n${name}.", 1);
        var templates = TemplateEngines.reloading(List.of(directory, shared));
        assertThat(render(templates)).isEqualTo("Hello Ada.");

        write("shared/pages/name.jte", "@param String name\n${name}!", 2);

        assertThat(render(templates)).isEqualTo("Hello Ada!");
    }

    @Test
    void aMissingFolderIsNamed() {
        assertThatThrownBy(() -> TemplateEngines.reloading(List.of(directory.resolve("absent"))))
                .hasMessageContaining("absent, does not exist");
    }

    @Test
    void theSettingMakesAServiceReloadItsTemplates() throws IOException {
        write("greeting.jte", "@param String name\nHello ${name}.", 1);

        contexts.withPropertyValues("vedette.templates.directories=" + directory)
                .run(context -> assertThat(render(context.getBean(TemplateEngine.class)))
                        .isEqualTo("Hello Ada."));
    }

    @Test
    void withoutTheSettingThePrecompiledTemplatesAreUsed() {
        contexts.withPropertyValues("vedette.templates.directories=")
                .run(context -> assertThat(context).hasSingleBean(TemplateEngine.class));
    }

    @Test
    void aServiceWithoutTemplatesHasNoEngine() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(TemplatesAutoConfiguration.class))
                .run(context -> assertThat(context).doesNotHaveBean(TemplateEngine.class));
    }

    private static String render(TemplateEngine templates) {
        var output = new StringOutput();
        templates.render("greeting.jte", "Ada", output);
        return output.toString();
    }

    /** Sets the time of modification, because two writes of a test may carry the same. */
    private void write(String name, String text, int second) throws IOException {
        var file = Files.writeString(directory.resolve(name), text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_800_000_000L + second)));
    }
}
