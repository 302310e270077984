package org.vedette.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.FileSystemUtils;

/** The Nu HTML checker in a process of its own, which says what in documents is not HTML. */
final class HtmlChecker {

    /** Its newest release in Maven repositories is older than these two of the HTML standard (§4.2.5 and §6.8.8). */
    private static final Pattern UNKNOWN = Pattern.compile(
            "Attribute .(media. not allowed on element .meta|enterkeyhint. not allowed on element .input)");

    /** Mail programs need the attributes of tables, and former and own properties of CSS. */
    private static final Pattern FOR_MAIL_PROGRAMS =
            Pattern.compile("is obsolete. Use CSS instead|CSS: .*(deprecated|.mso-hide.)");

    private static final Pattern MESSAGE = Pattern.compile("\"file:[^\"]*/(\\d+)\\.html\":(.*: error: .*)");
    private static final Path CLASS_PATH = Path.of(System.getProperty("vedette.html-checker"));

    private final Map<String, String> documents = new LinkedHashMap<>();

    /** Adds a document to those that are to be checked, under a name to find it by. */
    void add(String name, String html) {
        documents.put(name, html);
    }

    /** The errors in all pages, each after the name of its document. */
    List<String> errors() {
        return messages().stream()
                .filter(message -> !UNKNOWN.matcher(message).find())
                .toList();
    }

    /** The errors in all mails. */
    List<String> errorsInMails() {
        return errors().stream()
                .filter(message -> !FOR_MAIL_PROGRAMS.matcher(message).find())
                .toList();
    }

    private List<String> messages() {
        try {
            var directory = Files.createTempDirectory("vedette-html");
            try {
                return check(directory);
            } finally {
                FileSystemUtils.deleteRecursively(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> check(Path directory) throws IOException {
        var names = List.copyOf(documents.keySet());
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Files.readString(CLASS_PATH).strip(),
                "nu.validator.client.SimpleCommandLineValidator",
                "--format",
                "gnu",
                "--errors-only"));
        for (var index = 0; index < names.size(); index++) {
            var file = directory.resolve(index + ".html");
            Files.writeString(file, Objects.requireNonNull(documents.get(names.get(index))));
            command.add(file.toString());
        }
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (output.contains("Exception")) {
            throw new AssertionError("the HTML checker failed: " + output);
        }
        return output.lines()
                .map(MESSAGE::matcher)
                .filter(Matcher::matches)
                .map(message -> names.get(Integer.parseInt(message.group(1))) + message.group(2))
                .toList();
    }
}
