package org.vedette.acceptance;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The packaged suite as a process of its own, so that it can be killed. */
final class StandaloneProcess implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(90);
    private static final Path JAR = Path.of(System.getProperty("vedette.standalone.jar"));

    private final Process process;
    private final Path output;
    private final Path data;
    private final int port;

    private StandaloneProcess(Path data, int port, int mailPort) {
        this.data = data;
        this.port = port;
        try {
            this.output = Files.createTempFile("vedette-standalone", ".log");
            var builder = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElse("java"),
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-XX:ReservedCodeCacheSize=160m",
                            "-Xmx512m",
                            "-jar",
                            JAR.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("VEDETTE_"));
            builder.environment()
                    .putAll(Map.of(
                            "VEDETTE_DATA", data.toString(),
                            "VEDETTE_PORT", String.valueOf(port),
                            "VEDETTE_MAIL_PORT", String.valueOf(mailPort),
                            "VEDETTE_DEMO", "false",
                            // A mail that was being sent goes out when the lease of the killed process has ended.
                            "VEDETTE_NOTIFICATION_DELIVERIES_LEASE", "15s",
                            "VEDETTE_NOTIFICATION_SMTP_ANSWERTIMEOUT", "5s",
                            "VEDETTE_GATEWAY_LIMITS_ENABLED", "false"));
            this.process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static StandaloneProcess launch(Path data, int port, int mailPort) {
        return new StandaloneProcess(data, port, mailPort);
    }

    /** Waits until every service has started; the site answers before subscriptions are accepted. */
    StandaloneProcess awaitStart() {
        await().atMost(TIMEOUT).until(() -> {
            if (!process.isAlive()) {
                throw new AssertionError("ended with " + process.exitValue() + ": " + output());
            }
            return output().contains("Vedette is running");
        });
        return this;
    }

    /** Waits until it ends by itself. */
    int awaitEnd() {
        try {
            if (!process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("still running: " + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The end without notice: {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    URI site() {
        return URI.create("http://localhost:" + port);
    }

    Editor editor() {
        try {
            return new Editor(
                    site(), Files.readString(data.resolve("editor-token")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path mails() {
        return data.resolve("mail");
    }

    /** What was logged so far, by this process and those before it on the same data. */
    String log() {
        try {
            return Files.readString(data.resolve("logs").resolve("vedette.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The passwords, tokens and keys of this suite. */
    List<String> secrets() {
        return Stream.of("editor-token", "admin-password", "link-key", "encryption-key")
                .map(data::resolve)
                .filter(Files::exists)
                .map(StandaloneProcess::text)
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
        try {
            Files.deleteIfExists(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
