package org.vedette.embedded.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vedette.embedded.EmbeddedStartException;

/** A file with a certificate or a key. */
final class PemFile {

    private PemFile() {}

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new EmbeddedStartException("The file " + file + " cannot be read.", e);
        }
    }
}
