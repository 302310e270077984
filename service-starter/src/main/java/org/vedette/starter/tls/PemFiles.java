package org.vedette.starter.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vedette.starter.settings.SettingException;

/** Files with certificates and keys that settings name. */
final class PemFiles {

    private PemFiles() {}

    /**
     * The URI of a file.
     *
     * @throws SettingException when it cannot be read
     */
    static String uri(String setting, String path) {
        if (!Files.isReadable(Path.of(path))) {
            throw new SettingException("%s: the file %s cannot be read.".formatted(setting, path));
        }
        return Path.of(path).toAbsolutePath().toUri().toString();
    }

    /**
     * The content of a file.
     *
     * @throws SettingException when it cannot be read
     */
    static String text(String setting, String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException unreadable) {
            throw new SettingException("%s: the file %s cannot be read.".formatted(setting, path));
        }
    }
}
