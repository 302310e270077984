package org.vedette.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Main classes of the class path, each in a process of its own that a test can kill. */
public final class Processes {

    private static final int SECONDS = 60;

    private Processes() {}

    /** Starts a process; errors are merged into its output. */
    public static Process start(Class<?> main, String... arguments) {
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                // These processes live for a second or two.
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for a line with the pattern and gives its first group; the rest of the output is read and dropped. */
    public static String await(Process process, Pattern line) {
        var output = process.inputReader(StandardCharsets.UTF_8);
        var found = new CompletableFuture<String>();
        var reader = new Thread(() -> {
            output.lines().forEach(text -> {
                var matcher = line.matcher(text);
                if (matcher.find()) {
                    found.complete(matcher.group(1));
                }
            });
            found.completeExceptionally(new AssertionError("the process ended without a line like " + line));
        });
        reader.setDaemon(true);
        reader.start();
        return found.orTimeout(SECONDS, TimeUnit.SECONDS).join();
    }

    /** The whole output of a process that ends by itself. */
    public static String outputOf(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** kill -9. */
    public static void kill(Process process) {
        process.destroyForcibly().onExit().orTimeout(SECONDS, TimeUnit.SECONDS).join();
    }
}
