package org.vedette.standalone.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The file of API tokens the gateway reads: a line each, {@code name roles sha256-hex-of-token}. */
record GatewayTokens(Path file) {

    private static final List<String> HEADING = List.of(
            "# Who may use the API: name role[,role] sha256-hex-of-token",
            "# printf %s TOKEN | sha256sum makes the hash of a token. A change is noticed within a second.");

    /** Adds the token under that name unless the file has it; leaves the other lines as they are. */
    void accept(String name, String role, String token) throws IOException {
        var line = String.join(" ", name, role, sha256(token));
        var lines = Files.exists(file) ? Files.readAllLines(file, UTF_8) : HEADING;
        if (!lines.contains(line)) {
            var others = lines.stream().filter(other -> !other.strip().startsWith(name + " "));
            var all = String.join("\n", Stream.concat(others, Stream.of(line)).toList()) + "\n";
            PrivateFiles.write(file, all.getBytes(UTF_8));
        }
    }

    private static String sha256(String token) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java knows no SHA-256", e);
        }
    }
}
