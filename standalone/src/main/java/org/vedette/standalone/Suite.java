package org.vedette.standalone;

import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.vedette.embedded.FreePorts;
import org.vedette.standalone.data.DataDirectory;
import org.vedette.standalone.logging.ComponentThreads;
import org.vedette.standalone.mail.MailCatcher;
import org.vedette.standalone.settings.Ports;
import org.vedette.standalone.settings.StartRefusedException;
import org.vedette.standalone.settings.SuiteSettings;

/** The running suite: the services, the broker and the store they work with and, without a mail server, the mail catcher. */
public final class Suite implements AutoCloseable {

    /** Steps of the start, as people are told them. */
    static final String STORE = "the store";

    static final String BROKER = "the broker";

    private static final String LOGGING_SYSTEM = "org.springframework.boot.logging.LoggingSystem";

    private final StartedComponents components;
    private final DataDirectory data;
    private final Wiring wiring;
    private final EmbeddedServers servers;
    private final Services services;
    private final @Nullable MailCatcher mail;

    private Suite(
            StartedComponents components,
            SuiteSettings settings,
            DataDirectory data,
            StartProgress progress,
            Consumer<String> onFailure) {
        this.components = components;
        this.data = data;
        this.mail = settings.catchesMail()
                ? components.add(MailCatcher.start(data.mail(), settings.mailPort(), 0, Clock.systemUTC()))
                : null;
        this.servers = components.add(progress.during(STORE, () -> new EmbeddedServers(data, 0, 0, onFailure)));
        this.wiring = new Wiring(
                settings,
                data.credentials(),
                ports(settings),
                FreePorts.any(),
                servers.kafka(),
                servers.mongodb(),
                mail == null ? 0 : mail.smtpPort());
        this.services = new Services(wiring);
        components.add(services::stopAll);
    }

    /**
     * Starts the suite and returns when it answers.
     *
     * @throws StartRefusedException if the ports or the data directory cannot be used
     */
    public static Suite start(SuiteSettings settings) {
        var log = LoggerFactory.getLogger(Suite.class);
        try (var progress = new StartProgress(Duration.ofSeconds(15), steps -> log.info("Waiting for {}", steps))) {
            return start(settings, progress, reason -> log.error("The suite cannot go on: {}", reason));
        }
    }

    /**
     * Starts the suite and returns when it answers.
     *
     * @param progress is told of every step of the start
     * @param onFailure called with one line when the suite cannot go on
     * @throws StartRefusedException if the ports or the data directory cannot be used
     */
    static Suite start(SuiteSettings settings, StartProgress progress, Consumer<String> onFailure) {
        requirePorts(settings);
        disableLoggingSystem();
        var components = new StartedComponents();
        try {
            var suite = new Suite(
                    components, settings, components.add(DataDirectory.open(settings.data())), progress, onFailure);
            suite.startAll(progress);
            suite.data.writeGatewayAddress(suite.gateway());
            return suite;
        } catch (RuntimeException e) {
            components.close();
            throw e;
        }
    }

    /**
     * Checks whether the suite can start, and starts nothing.
     *
     * @throws StartRefusedException if the ports or the data directory cannot be used
     */
    static void requireStartable(SuiteSettings settings) {
        requirePorts(settings);
        DataDirectory.open(settings.data()).close();
    }

    private static void requirePorts(SuiteSettings settings) {
        Ports.requireFree(settings.address(), settings.port(), SuiteSettings.PORT);
        if (settings.catchesMail()) {
            Ports.requireFree(InetAddress.getLoopbackAddress(), settings.mailPort(), SuiteSettings.MAIL_PORT);
        }
    }

    /** Keeps the Spring contexts from configuring logging, of which a JVM has one. */
    private static void disableLoggingSystem() {
        if (System.getProperty(LOGGING_SYSTEM) == null) {
            System.setProperty(LOGGING_SYSTEM, "none");
        }
    }

    private static Map<Service, Integer> ports(SuiteSettings settings) {
        var free = FreePorts.any(Service.values().length).iterator();
        var ports = new EnumMap<Service, Integer>(Service.class);
        for (var service : Service.values()) {
            ports.put(service, free.next());
        }
        if (settings.port() != 0) {
            ports.put(Service.GATEWAY, settings.port());
        }
        return ports;
    }

    /** Services wait for their broker by themselves, so all can start at once. */
    private void startAll(StartProgress progress) {
        var broker = CompletableFuture.runAsync(
                () -> progress.during(BROKER, servers::startBroker),
                task -> new ComponentThreads("broker").newThread(task).start());
        try {
            services.startAll(progress);
        } finally {
            finished(broker);
        }
    }

    private static void finished(CompletableFuture<Void> start) {
        try {
            start.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** The public address, with which links in pages, feeds and mail begin. */
    public URI baseUrl() {
        return wiring.baseUrl();
    }

    /** The address at which this machine reaches the gateway. */
    public URI gateway() {
        return wiring.gateway();
    }

    /** The address of a service on the loopback address, which only the gateway calls otherwise. */
    public URI service(Service service) {
        return wiring.addressOf(service);
    }

    /** The metrics of a service as Prometheus reads them; this process has no port for it. */
    public String metrics(Service service) {
        return services.metrics(service);
    }

    /** A token with the role of an editor. */
    public String editorToken() {
        return wiring.credentials().editorToken();
    }

    /** The page of caught mail; empty when mail goes to a mail server. */
    public Optional<URI> mailPage() {
        return Optional.ofNullable(mail).map(MailCatcher::pageUrl);
    }

    /** The address of the broker, also while it is stopped. */
    public String kafka() {
        return servers.kafka();
    }

    /** The address of the store. */
    public String mongodb() {
        return servers.mongodb();
    }

    /** Starts a service that was stopped, on the same port. */
    public void start(Service service) {
        services.start(service);
    }

    public void stop(Service service) {
        services.stop(service);
    }

    /** Starts the broker that was stopped, on the same port and with the same data. */
    public void startBroker() {
        servers.startBroker();
    }

    public void stopBroker() {
        servers.stopBroker();
    }

    /** Stops the services in parallel, then the broker and the store. */
    @Override
    public void close() {
        components.close();
    }
}
