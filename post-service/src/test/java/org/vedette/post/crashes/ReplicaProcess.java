package org.vedette.post.crashes;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vedette.embedded.FreePorts;
import org.vedette.post.PostServiceApplication;

/** A replica of the post service as a process of its own, so that it can be killed. */
final class ReplicaProcess {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    private final Process process;
    private final Path output;
    private final URI address;

    private ReplicaProcess(Process process, Path output, URI address) {
        this.process = process;
        this.output = output;
        this.address = address;
    }

    /** Starts a replica; {@link #awaitReady} says when it works. */
    static ReplicaProcess launch(Map<String, String> settings, Path directory, int number) throws IOException {
        var port = FreePorts.any();
        var output = directory.resolve("replica-" + number + ".log");
        var builder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-Xmx256m",
                        "-cp",
                        classPath(),
                        PostServiceApplication.class.getName(),
                        "--server.port=" + port,
                        "--management.server.port=-1",
                        "--spring.main.banner-mode=off")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("VEDETTE_"));
        builder.environment().putAll(new HashMap<>(settings));
        return new ReplicaProcess(builder.start(), output, URI.create("http://127.0.0.1:" + port));
    }

    /** The service as it is delivered, without the beans of its tests. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes" + File.separator))
                .collect(Collectors.joining(File.pathSeparator));
    }

    URI address() {
        return address;
    }

    /** Waits until it accepts requests, which is when its workers run as well; false when it was killed meanwhile. */
    boolean awaitReady() throws InterruptedException {
        var deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (process.isAlive()) {
            if (answers()) {
                return true;
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("did not start: " + output());
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return false;
    }

    private boolean answers() throws InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve("/api/series"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 401;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** The end without notice: {@code kill -9}. */
    void kill() throws InterruptedException {
        if (!process.destroyForcibly().waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("still runs: " + process.pid());
        }
    }

    private String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
