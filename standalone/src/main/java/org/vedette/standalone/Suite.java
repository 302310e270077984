package org.vedette.standalone;

import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.vedette.embedded.FreePorts;
import org.vedette.standalone.data.DataDirectory;
import org.vedette.standalone.mail.MailDesk;
import org.vedette.standalone.settings.Ports;
import org.vedette.standalone.settings.StartRefused;
import org.vedette.standalone.settings.SuiteSettings;

/** The running suite: the services, the broker and the store they work with and, without a mail server, the mail desk. */
public final class Suite implements AutoCloseable {

    private static final String LOGGING_SYSTEM = "org.springframework.boot.logging.LoggingSystem";

    private final Opened opened;
    private final Wiring wiring;
    private final Backing backing;
    private final Services services;
    private final @Nullable MailDesk mail;

    private Suite(Opened opened, SuiteSettings settings, DataDirectory data) {
        this.opened = opened;
        this.mail = settings.catchesMail()
                ? opened.add(MailDesk.open(data.mail(), settings.mailPort(), Clock.systemUTC()))
                : null;
        this.backing = opened.add(new Backing(data, FreePorts.any()));
        this.wiring = new Wiring(
                settings,
                data.credentials(),
                ports(settings),
                backing.kafka(),
                backing.mongodb(),
                mail == null ? 0 : mail.smtpPort());
        this.services = new Services(wiring);
        opened.add(services::stopAll);
    }

    /**
     * Starts everything and returns when it answers.
     *
     * @throws StartRefused if the ports or the data directory cannot be used
     */
    public static Suite start(SuiteSettings settings) {
        requirePorts(settings);
        leaveLoggingAlone();
        var opened = new Opened();
        try {
            var suite = new Suite(opened, settings, opened.add(DataDirectory.open(settings.data())));
            suite.startAll();
            return suite;
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /**
     * Looks for what would keep the suite from starting, and starts nothing.
     *
     * @throws StartRefused if there is something
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

    /** The JVM has one logging configuration; a context must not make it its own. */
    private static void leaveLoggingAlone() {
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
    private void startAll() {
        var broker = CompletableFuture.runAsync(backing::startBroker);
        try {
            services.startAll();
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

    /** What the links in pages, feeds and mail begin with. */
    public URI baseUrl() {
        return wiring.baseUrl();
    }

    /** Where the gateway is reached from this machine. */
    public URI gateway() {
        return wiring.gateway();
    }

    /** A token with the role of an editor. */
    public String editorToken() {
        return wiring.credentials().editorToken();
    }

    /** The page of caught mail; empty when mail goes to a mail server. */
    public Optional<URI> mailPage() {
        return Optional.ofNullable(mail).map(MailDesk::pageUrl);
    }

    /** Where the broker is, also while it is stopped. */
    public String kafka() {
        return backing.kafka();
    }

    /** Where the store is. */
    public String mongodb() {
        return backing.mongodb();
    }

    /** Starts a service that was stopped, where it was. */
    public void start(Service service) {
        services.start(service);
    }

    public void stop(Service service) {
        services.stop(service);
    }

    /** Starts the broker that was stopped, where it was and with what it had. */
    public void startBroker() {
        backing.startBroker();
    }

    public void stopBroker() {
        backing.stopBroker();
    }

    /** Stops the services side by side, then the broker and the store. */
    @Override
    public void close() {
        opened.close();
    }
}
