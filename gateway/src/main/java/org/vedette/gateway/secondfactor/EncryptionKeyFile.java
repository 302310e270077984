package org.vedette.gateway.secondfactor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vedette.gateway.files.InvalidFileException;

/** Reads the keys of a file, one on each line; empty lines and lines that begin with {@code #} are ignored. */
public final class EncryptionKeyFile {

    private EncryptionKeyFile() {}

    /**
     * Makes a cipher of the keys of a file.
     *
     * @throws InvalidFileException when there is no key in the file, or when one of them is invalid
     */
    public static SecretCipher read(Path file) {
        var lines = lines(file).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
        if (lines.isEmpty()) {
            throw invalid(file, "it has no key");
        }
        return new SecretCipher(lines.stream().map(line -> key(line, file)).toList());
    }

    private static EncryptionKey key(String line, Path file) {
        return EncryptionKey.parse(line)
                .orElseThrow(() -> invalid(file, "one of its lines is not the Base64 of 32 bytes"));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw invalid(file, e.toString());
        }
    }

    private static InvalidFileException invalid(Path file, String problem) {
        return new InvalidFileException(
                "The file of the encryption key, %s, is invalid: %s.".formatted(file, problem),
                "Name a file with a key on each line in VEDETTE_ENCRYPTION_KEY; this makes a key: openssl rand -base64 32. "
                        + "A key with which secrets are encrypted already must stay in the file.");
    }
}
