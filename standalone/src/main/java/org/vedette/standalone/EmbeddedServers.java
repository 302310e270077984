package org.vedette.standalone;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vedette.embedded.FreePorts;
import org.vedette.embedded.broker.EmbeddedBroker;
import org.vedette.embedded.store.EmbeddedStore;
import org.vedette.standalone.data.DataDirectory;

/** The broker and the store the services work with; the broker can be stopped and started again. */
final class EmbeddedServers implements AutoCloseable {

    private final DataDirectory data;
    private final EmbeddedStore store;
    private final int brokerPort;
    private final BrokerRestart restart;
    private final AtomicReference<@Nullable EmbeddedBroker> broker = new AtomicReference<>();

    /**
     * Opens the store; {@link #startBroker} starts the broker.
     *
     * @param brokerPort 0 takes any free port, which stays the same when the broker is started again
     * @param storePort 0 takes any free port
     * @param onFailure called with one line when the broker has failed and cannot be started again
     */
    EmbeddedServers(DataDirectory data, int brokerPort, int storePort, Consumer<String> onFailure) {
        this.data = data;
        this.brokerPort = brokerPort == 0 ? FreePorts.any() : brokerPort;
        this.store = EmbeddedStore.open(data.store(), storePort);
        this.restart = new BrokerRestart(
                new BrokerRestart.Disk(data.kafka()),
                this::stopBroker,
                this::startBroker,
                onFailure,
                BrokerRestart.Timing.DEFAULT);
    }

    String mongodb() {
        return store.connectionString();
    }

    String kafka() {
        return "127.0.0.1:" + brokerPort;
    }

    void startBroker() {
        broker.set(EmbeddedBroker.start(data.kafka(), brokerPort, restart::begin));
    }

    void stopBroker() {
        var running = broker.getAndSet(null);
        if (running != null) {
            running.close();
        }
    }

    @Override
    public void close() {
        restart.close();
        stopBroker();
        store.close();
    }
}
