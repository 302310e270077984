package org.vedette.starter.templates;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Creates JTE template engines. */
public final class TemplateEngines {

    private TemplateEngines() {}

    /** An engine for templates that the build compiled to classes of a package. */
    public static TemplateEngine precompiled(String packageName) {
        return TemplateEngine.createPrecompiled(null, ContentType.Html, null, packageName);
    }

    /**
     * An engine that compiles the templates of some folders when they are rendered, and again after each change. It needs a
     * JDK and the artifact {@code gg.jte:jte}, which only a class path for development has.
     *
     * @param directories a template is taken from the first of them that has it
     */
    public static TemplateEngine reloading(List<Path> directories) {
        directories.forEach(TemplateEngines::requireDirectory);
        var engine = TemplateEngine.create(
                new DirectoriesCodeResolver(directories),
                classDirectory(),
                ContentType.Html,
                TemplateEngines.class.getClassLoader());
        // As the build does it, so that both render the same bytes.
        engine.setTrimControlStructures(true);
        return engine;
    }

    private static void requireDirectory(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new IllegalArgumentException(
                    "The folder of templates, %s, does not exist.".formatted(directory.toAbsolutePath()));
        }
    }

    private static Path classDirectory() {
        try {
            return Files.createTempDirectory("vedette-templates");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
