package org.vedette.gateway.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vedette.gateway.GatewayTest;

class RouteObservationTests extends GatewayTest {

    @Autowired
    private MeterRegistry meters;

    @Test
    void requestsAreTaggedWithTheirRoute() {
        get("/tags/a");
        get("/robots.txt");

        await().untilAsserted(() -> assertThat(measured("feed-service")).isPositive());
        assertThat(measured("/tags/a")).isZero();
    }

    @Test
    void requestsWithoutARouteAreTaggedNotFound() {
        get("/nowhere");

        await().untilAsserted(() -> assertThat(measured("NOT_FOUND")).isPositive());
    }

    private long measured(String uri) {
        return meters.find("http.server.requests").tag("uri", uri).timers().stream()
                .mapToLong(timer -> timer.count())
                .sum();
    }
}
