package org.vedette.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class FreePortsTests {

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    @Test
    void aFreePortCanBeListenedOn() throws IOException {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(HERE, FreePorts.any()));

            assertThat(socket.isBound()).isTrue();
        }
    }

    @Test
    void noPortIsNamedTwice() {
        assertThat(FreePorts.any(100)).doesNotHaveDuplicates();
    }

    /** Linux and others take the ports of outgoing connections from there. */
    @Test
    void noOutgoingConnectionTakesAFreePort() {
        assertThat(FreePorts.any(100)).allMatch(port -> port < 32_768);
    }

    @Test
    void aPortThatIsTakenIsToldWithTheReason() throws IOException {
        try (var taken = new ServerSocket(0, 1, HERE)) {
            assertThat(FreePorts.bindError(HERE, taken.getLocalPort())).contains("address already in use");
        }
    }
}
