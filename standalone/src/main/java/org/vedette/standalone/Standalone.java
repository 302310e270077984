package org.vedette.standalone;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.slf4j.LoggerFactory;
import org.vedette.standalone.data.DataDirectory;
import org.vedette.standalone.demo.DemoBlog;
import org.vedette.standalone.settings.StartRefusedException;
import org.vedette.standalone.settings.SuiteSettings;

/** The program: starts the suite for the person at this machine and says where everything is, or in one line why not. */
public final class Standalone {

    private final SuiteSettings settings;
    private final PrintStream out;

    private Standalone(SuiteSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    public static void main(String[] args) {
        try {
            if (args.length > 0) {
                throw new StartRefusedException("Vedette takes no arguments, such as " + args[0]
                        + "; it is set by environment variables, which the README lists.");
            }
            start(System.getenv());
        } catch (StartRefusedException refusal) {
            System.err.println(refusal.getMessage());
            System.exit(1);
        }
    }

    private static void start(Map<String, String> environment) {
        var settings = SuiteSettings.from(environment);
        Suite.requireStartable(settings);
        logTo(settings);
        try {
            new Standalone(settings, System.out).run();
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

    private void run() {
        out.println("Vedette is starting …");
        var suite = Suite.start(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(suite), "stop"));
        if (settings.demo()) {
            publishDemo(suite);
        }
        out.printf(Locale.ROOT, "Vedette is running, after %.1f s.%n", secondsSinceStart());
        out.print(new Banner(suite, settings).text());
        out.flush();
    }

    private void stop(Suite suite) {
        out.println("Vedette is stopping …");
        suite.close();
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
            LoggerFactory.getLogger(Standalone.class).warn("The demo blog is not complete", e);
            out.println("The demo blog is not complete; the next start goes on with it. The log says why.");
        }
    }

    private static double secondsSinceStart() {
        return (System.currentTimeMillis()
                        - ManagementFactory.getRuntimeMXBean().getStartTime())
                / 1000.0;
    }
}
