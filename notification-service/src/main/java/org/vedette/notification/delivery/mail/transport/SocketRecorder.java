package org.vedette.notification.delivery.mail.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Remembers the socket that each thread made last, because the mail library keeps it to itself. */
final class SocketRecorder extends SocketFactory {

    private static final ThreadLocal<Socket> NEWEST = new ThreadLocal<>();

    private final SocketFactory factory;

    SocketRecorder(SocketFactory factory) {
        this.factory = factory;
    }

    /** The socket of the connection that this thread has just opened. */
    Socket newest() {
        var socket = NEWEST.get();
        NEWEST.remove();
        return socket;
    }

    @Override
    public Socket createSocket() throws IOException {
        return recorded(factory.createSocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return recorded(factory.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return recorded(factory.createSocket(host, port, localHost, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return recorded(factory.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        return recorded(factory.createSocket(address, port, localAddress, localPort));
    }

    private Socket recorded(Socket socket) {
        NEWEST.set(socket);
        return socket;
    }
}
