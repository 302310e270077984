package org.vedette.standalone;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.vedette.embedded.broker.EmbeddedBroker;
import org.vedette.embedded.store.EmbeddedStore;
import org.vedette.standalone.data.DataDirectory;

/** The broker and the store the services work with; the broker can be away for a while. */
final class Backing implements AutoCloseable {

    private final DataDirectory data;
    private final EmbeddedStore store;
    private final int brokerPort;
    private final AtomicReference<@Nullable EmbeddedBroker> broker = new AtomicReference<>();

    /** Opens the store; the broker is still to be started. */
    Backing(DataDirectory data, int brokerPort) {
        this.data = data;
        this.brokerPort = brokerPort;
        this.store = EmbeddedStore.open(data.store(), 0);
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
