package org.vedette.embedded.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.vedette.embedded.EmbeddedStartException;

/** Ports of the loopback interface, looked at before Kafka takes them, because its own complaint is a long one. */
final class Ports {

    private Ports() {}

    /** The port itself when free, any free one for 0. */
    static int free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new EmbeddedStartException(
                    "The broker's port " + port + " is in use: stop what listens there or choose another port.", e);
        }
    }
}
