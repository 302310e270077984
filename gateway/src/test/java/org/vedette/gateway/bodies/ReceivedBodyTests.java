package org.vedette.gateway.bodies;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.util.unit.DataSize;

class ReceivedBodyTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void whatArrivesAfterTheClientDisconnectedTakesNoSpace(@TempDir Path directory) {
        var properties =
                new BodiesProperties(DataSize.ofBytes(10), DataSize.ofBytes(100), DataSize.ofBytes(1_000), directory);
        var body = new ReceivedBody(new BodySpaces(properties, meters), DataSize.ofBytes(500));
        append(body, 50);

        body.release();
        append(body, 50);

        assertThat(meters.get("vedette.gateway.bodies.bytes").gauges())
                .hasSize(2)
                .extracting(Gauge::value)
                .containsOnly(0.0);
    }

    private static void append(ReceivedBody body, int bytes) {
        body.append(DefaultDataBufferFactory.sharedInstance.wrap(new byte[bytes]))
                .block(TIMEOUT);
    }
}
