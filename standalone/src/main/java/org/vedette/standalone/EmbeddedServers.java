package org.vedette.standalone;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.vedette.embedded.broker.EmbeddedBroker;
import org.vedette.embedded.store.EmbeddedStore;
import org.vedette.standalone.data.DataDirectory;

/** The broker and the store the services work with; the broker can be stopped and started again. */
final class EmbeddedServers implements AutoCloseable {

    private final DataDirectory data;
    private final EmbeddedStore store;
    private final int brokerPort;
    private final AtomicReference<@Nullable EmbeddedBroker> broker = new AtomicReference<>();

    /**
     * Opens the store; {@link #startBroker} starts the broker.
     *
     * @param storePort 0 takes any free port
     */
    EmbeddedServers(DataDirectory data, int brokerPort, int storePort) {
        this.data = data;
        this.brokerPort = brokerPort;
        this.store = EmbeddedStore.open(data.store(), storePort);
    }

    String mongodb() {
        return store.connectionString();
    }

    String kafka() {
        return "127.0.0.1:" + brokerPort;
    }

    void startBroker() {
        broker.set(EmbeddedBroker.start(data.kafka(), brokerPort));
    }

    void stopBroker() {
        var running = broker.getAndSet(null);
        if (running != null) {
            running.close();
        }
    }

    @Override
    public void close() {
        stopBroker();
        store.close();
    }
}
