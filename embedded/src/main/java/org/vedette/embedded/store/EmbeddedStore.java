package org.vedette.embedded.store;

import de.bwaldvogel.mongo.MongoServer;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.embedded.EmbeddedStartException;
import org.vedette.embedded.store.file.DamagedStoreException;
import org.vedette.embedded.store.file.DiskSpace;
import org.vedette.embedded.store.file.InMemorySource;
import org.vedette.embedded.store.file.ReopeningStore;
import org.vedette.embedded.store.file.StoreFile;
import org.vedette.embedded.store.file.StoreSource;
import org.vedette.embedded.store.file.StoreUnavailableException;

/**
 * A store for one machine that speaks MongoDB's wire protocol. What it has acknowledged survives the end of the process.
 * While its disk is full it answers queries and refuses writes with MongoDB's code {@code OutOfDiskSpace}.
 */
public final class EmbeddedStore implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedStore.class);

    private static final String LOOPBACK = "127.0.0.1";
    private static final int ACCEPTING_THREADS = 1;

    /**
     * Each connection has one of these threads, which waits while its command is committed. With one for each processor,
     * connections wait for one another, and few commands share a commit.
     */
    private static final int WORKING_THREADS = 32;

    private static final int SPACE_CHECK_SECONDS = 1;
    private static final int COMPACTION_SECONDS = 5;

    private final MongoServer server;
    private final int port;
    private final ScheduledExecutorService maintenance = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "embedded-store-maintenance");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedStore(StoreSource source, InetSocketAddress address, Consumer<MongoServer> settings) {
        var store = new ReopeningStore(source);
        var space = new DiskSpace(source);
        var backend = backend(store, space, source);
        this.server = new MongoServer(backend);
        settings.accept(server);
        this.port = bind(server, address);
        every(SPACE_CHECK_SECONDS, space::check);
        every(COMPACTION_SECONDS, backend.commits()::compact);
    }

    private static StoreBackend backend(ReopeningStore store, DiskSpace space, StoreSource source) {
        try {
            return new StoreBackend(store, space);
        } catch (MVStoreException | StoreUnavailableException e) {
            store.current().store().closeImmediately();
            throw new EmbeddedStartException(
                    "The store " + source.description() + " cannot be read or written: " + e.getMessage(), e);
        }
    }

    private void every(int seconds, Runnable task) {
        var unused = maintenance.scheduleWithFixedDelay(() -> runGuarded(task), seconds, seconds, TimeUnit.SECONDS);
    }

    /** An exception or an Error would end the schedule, and a full disk would count as full until the restart. */
    private static void runGuarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error failure) {
            log.warn("Maintenance of the store failed; it runs again within {} s", COMPACTION_SECONDS, failure);
        }
    }

    /**
     * Opens the file, or creates it, and listens on the loopback interface.
     *
     * @param port 0 takes any free port
     * @throws EmbeddedStartException when the port or the file is in use, or the file cannot be written
     * @throws DamagedStoreException when the file lacks something that was acknowledged
     */
    public static EmbeddedStore open(Path file, int port) {
        return open(file, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /** Opens a store in memory, on any free port of the loopback interface. */
    public static EmbeddedStore inMemory() {
        return inMemory(server -> {});
    }

    /** The same, for clients that speak TLS. */
    public static EmbeddedStore inMemory(PrivateKey key, X509Certificate certificate) {
        return inMemory(server -> server.enableSsl(key, null, certificate));
    }

    private static EmbeddedStore inMemory(Consumer<MongoServer> settings) {
        return new EmbeddedStore(
                new InMemorySource(), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), settings);
    }

    static EmbeddedStore open(Path file, InetSocketAddress address) {
        return open(new StoreFile(file), address);
    }

    static EmbeddedStore open(StoreSource source, InetSocketAddress address) {
        return new EmbeddedStore(source, address, server -> {});
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
            server.bind(address, ACCEPTING_THREADS, WORKING_THREADS);
            return server.getLocalAddress().getPort();
        } catch (Exception e) {
            server.shutdownNow();
            var where = address.getHostString() + ":" + address.getPort();
            throw new EmbeddedStartException(
                    e instanceof BindException
                            ? "The store's address " + where + " is in use or not ours: stop what listens there or"
                                    + " choose another port."
                            : "The store cannot listen on " + where + ": " + e.getMessage(),
                    e);
        }
    }
}
