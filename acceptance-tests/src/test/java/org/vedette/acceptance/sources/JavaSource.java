package org.vedette.acceptance.sources;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vedette.acceptance.delivery.Checkout;

/** One source file of the repository. */
record JavaSource(Path path, String text) {

    private static final Pattern COMMENTS_AND_LITERALS = Pattern.compile(
            "\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.|[^'\\\\\n])+'|//[^\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_$][\\w$]*");

    /** The main and test sources of all modules. */
    static List<JavaSource> ofAllModules() {
        try (var files = Files.walk(Checkout.here().root())) {
            return files.filter(JavaSource::isSource).map(JavaSource::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isMain() {
        return path.toString().contains("/src/main/");
    }

    /** The name of the file without its extension. */
    String name() {
        return path.getFileName().toString().replace(".java", "");
    }

    int lines() {
        return (int) text.lines().count();
    }

    /** Names of types, members and variables, without what stands in comments and literals. */
    Set<String> identifiers() {
        var code = COMMENTS_AND_LITERALS.matcher(text).replaceAll(" ");
        return IDENTIFIER.matcher(code).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return Checkout.here().root().relativize(path).toString();
    }

    private static boolean isSource(Path path) {
        var name = path.toString();
        return name.endsWith(".java")
                && Stream.of("/src/main/java/", "/src/test/java/").anyMatch(name::contains);
    }

    private static JavaSource read(Path path) {
        try {
            return new JavaSource(path, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
