package org.vedette.standalone.settings;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.vedette.embedded.FreePorts;

class PortsTests {

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    @Test
    void aPortSomebodyElseHasIsRefusedWithTheSettingToChange() throws IOException {
        try (var other = new ServerSocket(0, 1, HERE)) {
            assertThatThrownBy(() -> Ports.requireFree(HERE, other.getLocalPort(), "VEDETTE_PORT"))
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessageContaining(
                            "Port " + other.getLocalPort() + " of 127.0.0.1 cannot be used (address already in use)")
                    .hasMessageContaining("VEDETTE_PORT");
        }
    }

    @Test
    void aPortSomebodyHasOnEveryAddressIsRefusedToo() throws IOException {
        try (var other = new ServerSocket(0)) {
            assertThatThrownBy(() -> Ports.requireFree(HERE, other.getLocalPort(), "VEDETTE_PORT"))
                    .isInstanceOf(StartRefusedException.class);
        }
    }

    @Test
    void aFreePortIsNotRefused() {
        var port = FreePorts.any();

        assertThatCode(() -> Ports.requireFree(HERE, port, "VEDETTE_PORT")).doesNotThrowAnyException();
    }
}
