package org.vedette.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One address for several instances, of which any gets a connection, as the Service of a cluster has it. It can break
 * off all connections and refuse others, as if the instances were killed.
 */
final class ConnectionBalancer implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private final AtomicReference<ServerSocket> server = new AtomicReference<>();
    private final List<Integer> ports;
    private final int port;

    ConnectionBalancer(List<Integer> ports) {
        this.ports = ports;
        this.port = listen(0);
    }

    URI address() {
        return URI.create("http://localhost:" + port);
    }

    /** Resets all connections, and refuses new ones. */
    void breakOff() {
        close(server.get());
        for (var socket = open.poll(); socket != null; socket = open.poll()) {
            reset(socket);
        }
    }

    /** Accepts connections again. */
    void restore() {
        listen(port);
    }

    private int listen(int at) {
        try {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), at));
            server.set(socket);
            threads.execute(() -> accept(socket));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket socket) {
        try {
            while (true) {
                connect(socket.accept());
            }
        } catch (IOException closed) {
            close(socket);
        }
    }

    private void connect(Socket client) throws IOException {
        var instance = ports.get(ThreadLocalRandom.current().nextInt(ports.size()));
        var upstream = new Socket(InetAddress.getLoopbackAddress(), instance);
        open.add(client);
        open.add(upstream);
        threads.execute(() -> copy(client, upstream));
        threads.execute(() -> copy(upstream, client));
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException broken) {
            reset(from);
        } finally {
            close(from);
            close(to);
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException closed) {
            // Nothing is left to reset.
        }
        close(socket);
    }

    private static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        breakOff();
        threads.shutdownNow();
    }
}
