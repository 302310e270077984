package org.vedette.embedded.broker;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.vedette.embedded.EmbeddedStartException;
import org.vedette.embedded.FreePorts;

/** A real Kafka broker (KRaft) in this process, on the loopback interface; its data stays in one directory. */
public final class EmbeddedBroker implements AutoCloseable {

    private final KafkaRaftServer server;
    private final BrokerSettings settings;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedBroker(KafkaRaftServer server, BrokerSettings settings) {
        this.server = server;
        this.settings = settings;
    }

    /**
     * Starts on the directory, which is formatted when it is new.
     *
     * @param port 0 takes any free port
     * @throws EmbeddedStartException when the port or the directory is in use, or the directory cannot be written
     */
    public static EmbeddedBroker start(Path directory, int port) {
        BrokerSettings settings = settings(directory, port);
        BrokerDirectory.prepare(directory);
        replaceExitProcedures();
        return new EmbeddedBroker(started(settings), settings);
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
            stop(server);
        }
    }

    private static BrokerSettings settings(Path directory, int port) {
        List<Integer> free = FreePorts.any(2);
        if (port == 0) {
            return new BrokerSettings(directory, free.get(0), free.get(1));
        }
        requireFree(port);
        return new BrokerSettings(directory, port, free.get(free.get(0) == port ? 1 : 0));
    }

    /** Looked at before Kafka takes it, because its own complaint is a long one. */
    private static void requireFree(int port) {
        FreePorts.bindError(InetAddress.getLoopbackAddress(), port).ifPresent(bindError -> {
            throw new EmbeddedStartException("The broker's port " + port + " cannot be used (" + bindError
                    + "): stop what listens there or choose another port.");
        });
    }

    private static KafkaRaftServer started(BrokerSettings settings) {
        KafkaRaftServer server = null;
        try {
            server = new KafkaRaftServer(new KafkaConfig(settings.toProperties(), false), Time.SYSTEM);
            server.startup();
            return server;
        } catch (RuntimeException e) {
            if (server != null) {
                stop(server);
            }
            throw new EmbeddedStartException(
                    "The broker did not start on " + settings.listener() + " with " + settings.directory() + ": "
                            + e.getMessage(),
                    e);
        }
    }

    private static void stop(KafkaRaftServer server) {
        server.shutdown();
        server.awaitShutdown();
    }

    /** Kafka ends the process when it cannot go on; here it shares the process with others. */
    private static void replaceExitProcedures() {
        Exit.Procedure refuse = (status, message) -> {
            throw new IllegalStateException("the broker stopped itself (" + status + "): " + message);
        };
        Exit.setExitProcedure(refuse);
        Exit.setHaltProcedure(refuse);
    }
}
