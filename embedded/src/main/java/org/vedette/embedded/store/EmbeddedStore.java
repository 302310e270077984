package org.vedette.embedded.store;

import de.bwaldvogel.mongo.MongoServer;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.embedded.EmbeddedStartException;

/**
 * A store for one machine that MongoDB's drivers can talk to. What it has acknowledged outlives the death of the
 * process.
 */
public final class EmbeddedStore implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedStore.class);

    private static final String LOOPBACK = "127.0.0.1";
    private static final int MAINTENANCE_SECONDS = 5;

    private final MongoServer server;
    private final int port;
    private final ScheduledExecutorService maintenance = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "embedded-store-maintenance");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedStore(MVStore store, InetSocketAddress address) {
        GroupCommit gate = new GroupCommit(store);
        this.server = new MongoServer(new StoreBackend(store, gate));
        this.port = bind(server, address);
        var unused = maintenance.scheduleWithFixedDelay(
                () -> tidy(gate), MAINTENANCE_SECONDS, MAINTENANCE_SECONDS, TimeUnit.SECONDS);
    }

    /** What goes wrong once must not end the maintenance. */
    private static void tidy(GroupCommit gate) {
        try {
            gate.tidy();
        } catch (RuntimeException failure) {
            log.warn("The store's file could not be tidied; it is tried again soon", failure);
        }
    }

    /**
     * Opens the file, or creates it, and listens on the loopback interface.
     *
     * @param port 0 takes any free port
     * @throws EmbeddedStartException when the port or the file is in use, or the file cannot be written
     */
    public static EmbeddedStore open(Path file, int port) {
        return open(file, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /** Opens a store that forgets everything when closed, on any free port of the loopback interface. */
    public static EmbeddedStore inMemory() {
        return new EmbeddedStore(StoreFile.inMemory(), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    static EmbeddedStore open(Path file, InetSocketAddress address) {
        return new EmbeddedStore(StoreFile.open(file), address);
    }

    public String connectionString() {
        return "mongodb://" + LOOPBACK + ":" + port;
    }

    public int port() {
        return port;
    }

    /** Closes connections and the file; everything acknowledged is in it. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            maintenance.shutdown();
            server.shutdownNow();
        }
    }

    // Netty throws the checked BindException undeclared, hence the wide catch.
    private static int bind(MongoServer server, InetSocketAddress address) {
        try {
            server.bind(address);
            return server.getLocalAddress().getPort();
        } catch (Exception e) {
            server.shutdownNow();
            String where = address.getHostString() + ":" + address.getPort();
            throw new EmbeddedStartException(
                    e instanceof BindException
                            ? "The store's address " + where + " is in use or not ours: stop what listens there or"
                                    + " choose another port."
                            : "The store cannot listen on " + where + ": " + e.getMessage(),
                    e);
        }
    }
}
