package org.vedette.acceptance.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who stands behind the gateway would refuse with an empty answer what the gateway refuses with a reason. */
class HeadLimitsTests {

    /** A character that is not of ASCII is one byte when it comes in and two encoded ones when it goes on. */
    private static final int BYTES_FOR_ONE = 6;

    private final Node gateway = server("gateway");

    @ParameterizedTest
    @ValueSource(strings = {"post-service", "feed-service", "notification-service"})
    void aServiceTakesLongerLinesThanTheGatewayPassesOn(String service) {
        var passedOn = kilobytes(gateway.at("netty.max-initial-line-length")) * BYTES_FOR_ONE;

        assertThat(kilobytes(server(service).at("netty", "max-initial-line-length")))
                .isGreaterThan(passedOn);
    }

    @ParameterizedTest
    @ValueSource(strings = {"post-service", "feed-service", "notification-service"})
    void aServiceTakesLargerHeadersThanTheGatewayPassesOn(String service) {
        var passedOn = kilobytes(gateway.at("max-http-request-header-size"));

        assertThat(kilobytes(server(service).at("max-http-request-header-size")))
                .isGreaterThan(passedOn);
    }

    private static Node server(String service) {
        var file = service + "/src/main/resources/" + service + ".yml";
        return Node.document(file, Checkout.here().text(file)).at("server");
    }

    private static int kilobytes(Node size) {
        return Integer.parseInt(size.text().replaceFirst("KB$", ""));
    }
}
