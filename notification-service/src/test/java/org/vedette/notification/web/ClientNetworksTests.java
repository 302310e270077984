package org.vedette.notification.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.vedette.notification.signup.ClientNetwork;

class ClientNetworksTests {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.77, 192.0.2.77, 192.0.2.77, 192.0.2.0/24",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:3:4:5:6, 2001:db8:1:2::/64, 2001:db8:1::/48",
    })
    void theGatewaySaysWhereARequestComesFrom(String field, String address, String client, String network) {
        var request = MockServerHttpRequest.post("/subscribe")
                .header("Vedette-Client-Address", field)
                .build();

        assertThat(ClientNetworks.of(request)).isEqualTo(new ClientNetwork(address, client, network));
    }

    @Test
    void withoutAGatewayItIsTheConnection() {
        var request = MockServerHttpRequest.post("/subscribe")
                .remoteAddress(new InetSocketAddress("192.0.2.1", 50_000))
                .build();

        assertThat(ClientNetworks.of(request).network()).isEqualTo("192.0.2.0/24");
    }

    @Test
    void whatIsNoAddressIsUnknownAndNotLookedUp() {
        var request = MockServerHttpRequest.post("/subscribe")
                .header("Vedette-Client-Address", "localhost")
                .build();

        assertThat(ClientNetworks.of(request)).isEqualTo(ClientNetwork.UNKNOWN);
    }
}
