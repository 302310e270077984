package org.vedette.acceptance.sending;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A process that is killed or stopped, and started again with the same arguments. */
final class RestartableProcess implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final String name;
    private final List<String> arguments;
    private final Map<String, String> environment;
    private final Path output;
    private final BooleanSupplier ready;

    private @Nullable Process process;

    /**
     * A process that does not run yet.
     *
     * @param arguments of {@code java}
     * @param ready whether it does its work
     */
    RestartableProcess(
            String name, List<String> arguments, Map<String, String> environment, Path output, BooleanSupplier ready) {
        this.name = name;
        this.arguments = List.copyOf(arguments);
        this.environment = Map.copyOf(environment);
        this.output = output;
        this.ready = ready;
    }

    String name() {
        return name;
    }

    /** Starts it; {@link #awaitReady} says when it works. */
    void start() {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().keySet().removeIf(variable -> variable.startsWith("VEDETTE_"));
        builder.environment().putAll(environment);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitReady() {
        Awaitility.await(name).atMost(TIMEOUT).until(this::isReady);
    }

    /**
     * Whether it does its work.
     *
     * @throws AssertionError when it ended by itself
     */
    boolean isReady() {
        if (process == null || !process.isAlive()) {
            throw new AssertionError(name + " does not run: " + output());
        }
        return ready.getAsBoolean();
    }

    /** The end without notice: {@code kill -9}. */
    void kill() {
        if (process != null) {
            process.destroyForcibly();
            awaitEnd(process);
        }
    }

    /** SIGTERM, and waits for the end. */
    void terminate() {
        if (process != null) {
            process.destroy();
            awaitEnd(process);
        }
    }

    private void awaitEnd(Process ending) {
        try {
            if (!ending.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError(name + " still runs: " + output());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
