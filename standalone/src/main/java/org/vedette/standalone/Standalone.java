package org.vedette.standalone;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;
import org.vedette.notification.delivery.dkim.DkimKeysCommand;
import org.vedette.standalone.data.DataDirectory;
import org.vedette.standalone.demo.DemoBlog;
import org.vedette.standalone.exports.ExportCommand;
import org.vedette.standalone.imports.ImportCommand;
import org.vedette.standalone.settings.ServerPorts;
import org.vedette.standalone.settings.StartRefusedException;
import org.vedette.standalone.settings.SuiteSettings;
import org.vedette.starter.settings.KnownVariables;

/**
 * The program: starts the suite, or with the argument {@code servers} its servers alone, and says where everything is. With {@code
 * import} or {@code export} and a file it brings posts into a suite that runs, or everything out of it; with {@code dkim-keys} it makes the keys that sign mails.
 */
public final class Standalone {

    private static final List<String> SERVERS = List.of("servers");

    /** Exit code after a failure while running. */
    static final int FAILED = 3;

    /** Exit code when it did not start. */
    static final int REFUSED = 1;

    private static final Duration PROGRESS_INTERVAL = Duration.ofSeconds(15);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(60);

    private final SuiteSettings settings;
    private final PrintStream out;

    private Standalone(SuiteSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    /** Prints one line when it cannot start, and exits with 1, or with 3 if the broker failed. */
    public static void main(String[] args) {
        try {
            var arguments = List.of(args);
            command(arguments).ifPresent(System::exit);
            if (!arguments.isEmpty() && !arguments.equals(SERVERS)) {
                throw new StartRefusedException("Vedette takes no arguments, such as " + args[0]
                        + ", except \"servers\", \"import FILE\", \"export FILE\" and \"dkim-keys DOMAIN"
                        + " DIRECTORY\"; it is set by environment variables, which the README lists.");
            }
            start(System.getenv(), arguments.equals(SERVERS));
        } catch (StartRefusedException refusal) {
            System.err.println(refusal.getMessage());
            System.exit(StartFailure.exitCode(refusal));
        }
    }

    /** The exit code of a command for a suite that runs; empty when there is none among the arguments. */
    private static Optional<Integer> command(List<String> arguments) {
        var name = arguments.isEmpty() ? "" : arguments.get(0);
        if (name.equals(DkimKeysCommand.NAME)) {
            return Optional.of(DkimKeysCommand.run(arguments.subList(1, arguments.size()), System.out, System.err));
        }
        if (!name.equals(ImportCommand.NAME) && !name.equals(ExportCommand.NAME)) {
            return Optional.empty();
        }
        var settings = SuiteSettings.from(System.getenv());
        var others = arguments.subList(1, arguments.size());
        return Optional.of(
                name.equals(ImportCommand.NAME)
                        ? ImportCommand.run(settings, others, System.out)
                        : ExportCommand.run(settings, others, System.out));
    }

    private static void start(Map<String, String> environment, boolean serversOnly) {
        var settings = SuiteSettings.from(environment);
        KnownVariables.of(Service.configurationFiles(), SuiteSettings.NAMES)
                .complaints(environment)
                .forEach(System.err::println);
        // Only the servers alone have ports of their own; in the suite their settings may mean something else.
        var ports = serversOnly ? Optional.of(ServerPorts.from(environment)) : Optional.<ServerPorts>empty();
        if (ports.isPresent()) {
            StandaloneServers.requireStartable(settings, ports.get());
        } else {
            Suite.requireStartable(settings);
        }
        logTo(settings);
        var program = new Standalone(settings, System.out);
        try {
            if (ports.isPresent()) {
                program.runServers(ports.get());
            } else {
                program.runSuite();
            }
        } catch (StartRefusedException refusal) {
            throw refusal;
        } catch (RuntimeException | Error failure) {
            LoggerFactory.getLogger(Standalone.class).error("Vedette could not start", failure);
            throw new StartRefusedException(StartFailure.line(failure, DataDirectory.log(settings.data())), failure);
        }
    }

    /** Everything of this process is logged in one place, which is decided before anything asks for a logger. */
    private static void logTo(SuiteSettings settings) {
        System.setProperty("vedette.log", DataDirectory.log(settings.data()).toString());
        System.setProperty("logback.configurationFile", "org/vedette/standalone/logback.xml");
    }

    private void runSuite() {
        out.println("Vedette is starting …");
        Suite suite;
        try (var progress = progress()) {
            suite = Suite.start(settings, progress, this::exitAfterFailure);
            closeOnExit(suite);
            if (settings.demo()) {
                progress.during("the demo posts", () -> publishDemo(suite));
            }
        }
        out.printf(Locale.ROOT, "Vedette is running, after %.1f s.%n", secondsSinceStart());
        out.print(new Banner(suite, settings).text());
        out.flush();
    }

    private void runServers(ServerPorts ports) {
        out.println("The servers of Vedette are starting …");
        StandaloneServers servers;
        try (var progress = progress()) {
            servers = StandaloneServers.start(settings, ports, progress, this::exitAfterFailure);
            closeOnExit(servers);
        }
        out.printf(Locale.ROOT, "The servers of Vedette are running, after %.1f s.%n", secondsSinceStart());
        out.print(servers.banner());
        out.flush();
    }

    private StartProgress progress() {
        return new StartProgress(
                PROGRESS_INTERVAL,
                steps -> out.printf(
                        Locale.ROOT,
                        "Still starting, after %.0f s: waiting for %s. The log says more: %s%n",
                        secondsSinceStart(),
                        steps,
                        DataDirectory.log(settings.data())));
    }

    private void closeOnExit(AutoCloseable running) {
        var closing = new Thread(
                () -> {
                    out.println("Vedette is stopping …");
                    StartedComponents.close(running);
                },
                "vedette-stop");
        Runtime.getRuntime().addShutdownHook(closing);
    }

    /** Ends the process with one line and an exit code of its own, even if something does not stop. */
    private void exitAfterFailure(String reason) {
        System.err.println(
                "Vedette has stopped: " + reason + " The log says more: " + DataDirectory.log(settings.data()));
        var watchdog = new Thread(Standalone::haltAfterTimeout, "vedette-exit-watchdog");
        watchdog.setDaemon(true);
        watchdog.start();
        System.exit(FAILED);
    }

    private static void haltAfterTimeout() {
        try {
            TimeUnit.SECONDS.sleep(STOP_TIMEOUT.toSeconds());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(FAILED);
    }

    private void publishDemo(Suite suite) {
        var blog = new DemoBlog(
                suite.gateway(),
                suite.editorToken(),
                DataDirectory.demo(settings.data()),
                Clock.system(settings.zone()));
        try {
            blog.publish();
        } catch (IOException e) {
            LoggerFactory.getLogger(Standalone.class)
                    .warn("The demo blog is not complete; the next start publishes what is missing", e);
            out.println("The demo blog is not complete; the next start goes on with it. The log says why.");
        }
    }

    private static double secondsSinceStart() {
        return (System.currentTimeMillis()
                        - ManagementFactory.getRuntimeMXBean().getStartTime())
                / 1000.0;
    }
}
