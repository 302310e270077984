package org.vedette.starter.tls;

import java.nio.file.Files;
import java.nio.file.Path;

/** Files with certificates and keys that settings name. */
final class PemFiles {

    private PemFiles() {}

    /**
     * The URI of a file.
     *
     * @throws IllegalStateException when it cannot be read
     */
    static String uri(String setting, String path) {
        if (!Files.isReadable(Path.of(path))) {
            throw new IllegalStateException("%s: the file %s cannot be read.".formatted(setting, path));
        }
        return Path.of(path).toAbsolutePath().toUri().toString();
    }
}
