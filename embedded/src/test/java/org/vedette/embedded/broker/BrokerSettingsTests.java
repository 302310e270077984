package org.vedette.embedded.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import kafka.server.KafkaConfig;
import org.junit.jupiter.api.Test;

class BrokerSettingsTests {

    private final BrokerSettings settings = new BrokerSettings(Path.of("data"), 19092, 19093, 19094, null);

    @Test
    void everySettingIsOneThatKafkaKnows() {
        var known = KafkaConfig.configDef();

        assertThat(known.names()).containsAll(settings.toProperties().keySet());
    }

    @Test
    void nothingListensBeyondTheLoopbackInterface() {
        assertThat(settings.toProperties().get("listeners"))
                .isEqualTo("PLAINTEXT://127.0.0.1:19092,CONTROLLER://127.0.0.1:19093");
    }

    @Test
    void theLargestRecordOfTheSuiteFits() {
        assertThat(Integer.parseInt(settings.toProperties().get("message.max.bytes")))
                .isGreaterThan(4 * 1024 * 1024);
    }

    /** A write that fails ends the broker; on a full disk it survives as long as nobody sends it anything. */
    @Test
    void anIdleBrokerDoesNotWrite() {
        assertThat(settings.toProperties())
                .containsEntry("metadata.max.idle.interval.ms", "0")
                .containsEntry("replica.high.watermark.checkpoint.interval.ms", "3600000");
    }
}
