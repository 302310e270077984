package org.vedette.gateway.identity;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.vedette.gateway.files.InvalidFileException;

/**
 * The API tokens of a file. A line is {@code name role[,role] sha256-hex-of-token}; empty lines and lines beginning with
 * {@code #} are ignored.
 */
final class ApiTokens {

    private static final Pattern LINE =
            Pattern.compile("([A-Za-z0-9._-]{1,64})\\s+([a-z][a-z0-9-]*(?:,[a-z][a-z0-9-]*)*)\\s+([0-9a-fA-F]{64})");

    private final Map<String, ApiToken> byHash;

    private ApiTokens(Map<String, ApiToken> byHash) {
        this.byHash = Map.copyOf(byHash);
    }

    static ApiTokens none() {
        return new ApiTokens(Map.of());
    }

    /** @throws InvalidFileException when a line is invalid, or repeats a name or a hash */
    static ApiTokens parse(Path file, String text) {
        var byHash = new LinkedHashMap<String, ApiToken>();
        var names = new HashSet<String>();
        var lines = text.lines().map(String::strip).toList();
        for (int number = 1; number <= lines.size(); number++) {
            var line = lines.get(number - 1);
            if (!line.isEmpty() && !line.startsWith("#")) {
                add(parseLine(file, number, line), file, number, byHash, names);
            }
        }
        return new ApiTokens(byHash);
    }

    /** Looks up the hash of the token, so that the response time reveals nothing about the tokens that exist. */
    Optional<ApiToken> find(String token) {
        return Optional.ofNullable(byHash.get(hash(token)));
    }

    int size() {
        return byHash.size();
    }

    private static ApiToken parseLine(Path file, int number, String line) {
        var matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw invalid(file, number, "is not of the form: name role[,role] sha256-hex-of-token");
        }
        return new ApiToken(
                matcher.group(1),
                List.of(matcher.group(2).split(",", -1)),
                matcher.group(3).toLowerCase(Locale.ROOT));
    }

    private static void add(ApiToken token, Path file, int number, Map<String, ApiToken> byHash, Set<String> names) {
        if (!names.add(token.name())) {
            throw invalid(file, number, "repeats the name " + token.name());
        }
        if (byHash.put(token.sha256(), token) != null) {
            throw invalid(file, number, "repeats the hash of another line");
        }
    }

    private static InvalidFileException invalid(Path file, int number, String problem) {
        return new InvalidFileException(
                "Line %d of the file of API tokens, %s, %s.".formatted(number, file, problem),
                "Correct the line, or put a # before it. `echo -n TOKEN | sha256sum` makes the hash of a token.");
    }

    private static String hash(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
