package org.vedette.standalone.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerPortsTests {

    @Test
    void withoutAnySettingTheyAreThoseTheServicesLookFor() {
        assertThat(ServerPorts.from(Map.of())).isEqualTo(new ServerPorts(9092, 27_017, 1025));
    }

    @Test
    void everyPortCanBeSet() {
        var ports = ServerPorts.from(
                Map.of("VEDETTE_KAFKA_PORT", "1", "VEDETTE_MONGODB_PORT", "2", "VEDETTE_CATCHER_PORT", "3"));

        assertThat(ports).isEqualTo(new ServerPorts(1, 2, 3));
    }

    @Test
    void whatIsNoPortIsRefusedByName() {
        assertThatThrownBy(() -> ServerPorts.from(Map.of("VEDETTE_KAFKA_PORT", "kafka")))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageStartingWith("VEDETTE_KAFKA_PORT");
    }
}
