package org.vedette.embedded.broker;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.embedded.EmbeddedStartException;
import org.vedette.embedded.FreePorts;

/** A Kafka broker (KRaft) in this process, on the loopback interface, with its data in one directory. */
public final class EmbeddedBroker implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedBroker.class);

    /** Longer than Kafka itself waits for its parts. */
    private static final Duration START_TIMEOUT = BrokerSettings.START_TIMEOUT.plusSeconds(10);

    private static final Duration CLEANUP_TIMEOUT = Duration.ofSeconds(10);

    private final KafkaRaftServer server;
    private final BrokerSettings settings;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedBroker(KafkaRaftServer server, BrokerSettings settings) {
        this.server = server;
        this.settings = settings;
    }

    /** Starts a broker whose failure is only logged. */
    public static EmbeddedBroker start(Path directory, int port) {
        return start(
                directory, port, reason -> log.error("The broker on port {} has stopped by itself: {}", port, reason));
    }

    /** Starts a broker whose clients need TLS and a login, and whose failure is only logged. */
    public static EmbeddedBroker start(Path directory, int port, BrokerSecurity security) {
        var settings = settings(directory, port, security);
        return start(
                settings,
                reason -> log.error("The broker on port {} has stopped by itself: {}", settings.port(), reason));
    }

    /**
     * Starts on the directory, which is formatted when it is new.
     *
     * @param port 0 takes any free port
     * @param onFailure called with the reason, on a thread of the broker, when it cannot go on, for example because it
     *     could not write; it is still to be closed then
     * @throws EmbeddedStartException when the port or the directory is in use, or the directory cannot be written
     * @throws BrokerHaltedException when Kafka gives up, or takes longer than a minute
     */
    public static EmbeddedBroker start(Path directory, int port, Consumer<String> onFailure) {
        return start(settings(directory, port, null), onFailure);
    }

    private static EmbeddedBroker start(BrokerSettings settings, Consumer<String> onFailure) {
        BrokerDirectory.prepare(settings.directory(), settings.logins());
        ExitInterceptor.install();
        try {
            var server = new KafkaRaftServer(new KafkaConfig(settings.toProperties(), false), Time.SYSTEM);
            var broker = new EmbeddedBroker(server, settings);
            broker.startUp(onFailure);
            return broker;
        } catch (RuntimeException failure) {
            throw settings.startFailure(failure);
        }
    }

    public String bootstrapServers() {
        return settings.listener();
    }

    public int port() {
        return settings.port();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            var failed = ExitInterceptor.unregister(this);
            stop(server);
            if (failed) {
                BrokerDirectory.requireRecovery(settings.directory());
            }
        }
    }

    private static BrokerSettings settings(Path directory, int port, @Nullable BrokerSecurity security) {
        if (port != 0) {
            requireFree(port);
        }
        var free =
                FreePorts.any(4).stream().filter(candidate -> candidate != port).toList();
        return new BrokerSettings(directory, port == 0 ? free.get(0) : port, free.get(1), free.get(2), security);
    }

    /** Checks the port before Kafka does, whose message about it is a long one. */
    private static void requireFree(int port) {
        FreePorts.bindError(InetAddress.getLoopbackAddress(), port).ifPresent(bindError -> {
            throw new EmbeddedStartException("The broker's port " + port + " cannot be used (" + bindError
                    + "): stop what listens there or choose another port.");
        });
    }

    /** Does not wait on the starting thread itself, because a halt on another of Kafka's threads leaves that one waiting. */
    private void startUp(Consumer<String> onFailure) {
        var startup = new BackgroundTask("broker-start", server::startup);
        ExitInterceptor.register(this, reason -> {
            if (!startup.fail(reason)) {
                onFailure.accept(reason);
            }
        });
        startup.start();
        try {
            startup.await(START_TIMEOUT);
        } catch (RuntimeException failure) {
            abandon(startup);
            throw failure;
        }
    }

    /** Leaves behind what does not stop soon: Kafka can be stopped only after its start has returned. */
    private void abandon(BackgroundTask startup) {
        var stop = new BackgroundTask("broker-stop", () -> {
            startup.interrupt(START_TIMEOUT);
            close();
        });
        stop.start();
        try {
            stop.await(CLEANUP_TIMEOUT);
        } catch (RuntimeException failure) {
            log.warn("The broker that did not start on port {} was not stopped cleanly", port(), failure);
        }
    }

    private static void stop(KafkaRaftServer server) {
        server.shutdown();
        server.awaitShutdown();
    }
}
