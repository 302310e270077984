package org.vedette.starter.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NoDelaySocketFactoryTests {

    private final InetAddress loopback = InetAddress.getLoopbackAddress();
    private final ServerSocket server;
    private final NoDelaySocketFactory sockets = new NoDelaySocketFactory();

    NoDelaySocketFactoryTests() throws IOException {
        server = new ServerSocket(0, 50, loopback);
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void aSocketThatIsConnectedLaterSendsWithoutDelay() throws IOException {
        try (var socket = sockets.createSocket()) {
            assertThat(socket.getTcpNoDelay()).isTrue();
            assertThat(socket.isConnected()).isFalse();
        }
    }

    @Test
    void aConnectedSocketSendsWithoutDelay() throws IOException {
        var port = server.getLocalPort();
        assertConnectedWithoutDelay(sockets.createSocket(loopback, port));
        assertConnectedWithoutDelay(sockets.createSocket(loopback.getHostAddress(), port));
        assertConnectedWithoutDelay(sockets.createSocket(loopback, port, loopback, 0));
        assertConnectedWithoutDelay(sockets.createSocket(loopback.getHostAddress(), port, loopback, 0));
    }

    private static void assertConnectedWithoutDelay(Socket connected) throws IOException {
        try (connected) {
            assertThat(connected.getTcpNoDelay()).isTrue();
            assertThat(connected.isConnected()).isTrue();
        }
    }
}
