package org.vedette.acceptance.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of this repository, as they are checked out. */
public record Checkout(Path root) {

    static final List<String> SERVICES = List.of("gateway", "post-service", "feed-service", "notification-service");

    /** The checkout this test runs in. */
    public static Checkout here() {
        return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .filter(path -> Files.exists(path.resolve("docker-compose.yml")))
                .findFirst()
                .map(Checkout::new)
                .orElseThrow(() -> new IllegalStateException("no docker-compose.yml here or above"));
    }

    Path path(String name) {
        return root.resolve(name);
    }

    public String text(String name) {
        try {
            return Files.readString(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of the files in a directory, as a reader of that directory's kustomization would write them. */
    List<String> names(String directory) {
        try (var files = Files.list(path(directory))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
