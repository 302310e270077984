package org.vedette.acceptance.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documentation names files of this repository, which are renamed and moved. */
class DocumentationTests {

    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s#]+)[^)]*\\)");
    private static final Set<String> NOT_OURS = Set.of(".git", "target", "vedette-data");

    private final Checkout checkout = Checkout.here();

    @Test
    void everyLinkLeadsToAFile() throws IOException {
        var links = documents().stream().flatMap(this::links).toList();

        assertThat(links)
                .hasSizeGreaterThan(50)
                .allSatisfy(link -> assertThat(link).exists());
    }

    private List<Path> documents() throws IOException {
        var documents = new ArrayList<Path>();
        Files.walkFileTree(checkout.root(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return NOT_OURS.contains(directory.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".md")) {
                    documents.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return documents;
    }

    private Stream<Path> links(Path document) {
        var text = checkout.text(checkout.root().relativize(document).toString());
        return LINK.matcher(text)
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.contains(":"))
                .map(link -> document.resolveSibling(link).normalize());
    }
}
