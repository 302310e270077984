package org.vedette.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** The way to the store, which can be made to stall: connections stay open and nothing moves on them. */
final class StallingStore implements AutoCloseable {

    private final URI store;
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ReadWriteLock road = new ReentrantReadWriteLock();

    StallingStore(String store) throws IOException {
        this.store = URI.create(store);
        threads.execute(this::welcome);
    }

    String connectionString() {
        return "mongodb://127.0.0.1:" + door.getLocalPort() + "/?directConnection=true";
    }

    /** Of the thread that called it; the same one has to let it go on. */
    void stall() {
        road.writeLock().lock();
    }

    void goOn() {
        road.writeLock().unlock();
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                var guest = door.accept();
                var host = new Socket(store.getHost(), store.getPort());
                threads.execute(() -> carry(guest, host));
                threads.execute(() -> carry(host, guest));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void carry(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            var load = new byte[65_536];
            for (var length = in.read(load); length >= 0; length = in.read(load)) {
                pass(load, length, out);
            }
        } catch (IOException closed) {
            // One end has hung up, so both do.
        }
    }

    private void pass(byte[] load, int length, OutputStream out) throws IOException {
        road.readLock().lock();
        try {
            out.write(load, 0, length);
        } finally {
            road.readLock().unlock();
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
    }
}
