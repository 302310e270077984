package org.vedette.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vedette.standalone.data.DataDirectory;
import org.vedette.standalone.data.PrivateFiles;
import org.vedette.standalone.mail.MailCatcher;
import org.vedette.standalone.settings.Ports;
import org.vedette.standalone.settings.ServerPorts;
import org.vedette.standalone.settings.StartRefusedException;
import org.vedette.standalone.settings.SuiteSettings;

/** Broker, store and mail catcher on fixed ports, without the services: for a service that runs in an IDE. */
final class StandaloneServers implements AutoCloseable {

    private static final Pattern PLAIN = Pattern.compile("[\\w./:@,+-]*");

    private static final String TEXT = """

              Kafka       %s
              MongoDB     %s
              Mail        %s (SMTP on port %d)
              Data        %s
              Log         %s

              A service that is started from an IDE or by Maven needs these environment variables, which are also in
              %s (for a shell: set -a; . that file):

            %s

              Ctrl+C stops the servers; what they hold stays.
            """;

    private final StartedComponents components;
    private final DataDirectory data;
    private final SuiteSettings settings;
    private final EmbeddedServers servers;
    private final MailCatcher mail;

    private StandaloneServers(
            StartedComponents components,
            SuiteSettings settings,
            ServerPorts ports,
            StartProgress progress,
            Consumer<String> onFailure) {
        this.components = components;
        this.settings = settings;
        this.data = components.add(DataDirectory.open(settings.data()));
        this.mail =
                components.add(MailCatcher.start(data.mail(), settings.mailPort(), ports.smtp(), Clock.systemUTC()));
        this.servers = components.add(progress.during(
                Suite.STORE, () -> new EmbeddedServers(data, ports.kafka(), ports.mongodb(), onFailure)));
    }

    /**
     * Starts the servers and returns when they answer.
     *
     * @param progress is told of every step of the start
     * @param onFailure called with one line when the servers cannot go on
     * @throws StartRefusedException if a port or the data directory cannot be used
     */
    static StandaloneServers start(
            SuiteSettings settings, ServerPorts ports, StartProgress progress, Consumer<String> onFailure) {
        requirePorts(settings, ports);
        var components = new StartedComponents();
        try {
            var servers = new StandaloneServers(components, settings, ports, progress, onFailure);
            progress.during(Suite.BROKER, servers.servers::startBroker);
            servers.writeEnvironment();
            return servers;
        } catch (RuntimeException e) {
            components.close();
            throw e;
        }
    }

    /**
     * Checks whether the servers can start, and starts nothing.
     *
     * @throws StartRefusedException if a port or the data directory cannot be used
     */
    static void requireStartable(SuiteSettings settings, ServerPorts ports) {
        requirePorts(settings, ports);
        DataDirectory.open(settings.data()).close();
    }

    private static void requirePorts(SuiteSettings settings, ServerPorts ports) {
        var loopback = InetAddress.getLoopbackAddress();
        Ports.requireFree(loopback, ports.kafka(), ServerPorts.KAFKA);
        Ports.requireFree(loopback, ports.mongodb(), ServerPorts.MONGODB);
        Ports.requireFree(loopback, ports.smtp(), ServerPorts.SMTP);
        Ports.requireFree(loopback, settings.mailPort(), SuiteSettings.MAIL_PORT);
    }

    /** The environment variables a service needs to work with these servers; services ignore those of others. */
    Map<String, String> environment() {
        var variables = new LinkedHashMap<String, String>();
        variables.put("VEDETTE_KAFKA", servers.kafka());
        variables.put("VEDETTE_MONGODB", servers.mongodb());
        variables.put(SuiteSettings.SMTP_HOST, "127.0.0.1");
        variables.put(SuiteSettings.SMTP_PORT, String.valueOf(mail.smtpPort()));
        variables.put(
                SuiteSettings.LINK_KEY, settings.linkKeyOr(data.credentials().linkKey()));
        variables.put("VEDETTE_TOKENS", data.credentials().tokens().toString());
        variables.put("VEDETTE_SIGNING_KEY", data.credentials().signingKey().toString());
        variables.put(
                "VEDETTE_ENCRYPTION_KEY", data.credentials().encryptionKey().toString());
        return variables;
    }

    /** Where everything is, for the person who started the servers. */
    String banner() {
        return TEXT.formatted(
                servers.kafka(),
                servers.mongodb(),
                mail.pageUrl(),
                mail.smtpPort(),
                data.path(),
                DataDirectory.log(data.path()),
                data.environment(),
                environmentLines().indent(4).stripTrailing());
    }

    private void writeEnvironment() {
        try {
            PrivateFiles.write(data.environment(), environmentLines().getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String environmentLines() {
        return environment().entrySet().stream()
                .map(variable -> variable.getKey() + "=" + quoted(variable.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    /** A shell reads the file, too. */
    private static String quoted(String value) {
        return PLAIN.matcher(value).matches() ? value : "'" + value.replace("'", "'\\''") + "'";
    }

    @Override
    public void close() {
        components.close();
    }
}
