package org.vedette.embedded.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vedette.embedded.Processes;

class KilledBrokerIT {

    private static final Pattern READY = Pattern.compile("Broker on (.*)");

    @TempDir
    private Path directory;

    @Test
    void nothingAcknowledgedIsLostWhenTheProcessIsKilled() {
        var sent = IntStream.range(0, 500).mapToObj(Integer::toString).toList();
        var process = Processes.start(BrokerProcess.class, directory.toString(), "0");
        try {
            var bootstrap = Processes.await(process, READY);
            KafkaRecords.createTopic(bootstrap, "posts");
            try (var producer = KafkaRecords.producer(bootstrap)) {
                sent.forEach(value -> KafkaRecords.sendOn(producer, "posts", value));
            }
        } finally {
            Processes.kill(process);
        }

        try (var broker = EmbeddedBroker.start(directory, 0)) {
            assertThat(KafkaRecords.read(broker.bootstrapServers(), "posts", sent.size()))
                    .isEqualTo(sent);
        }
    }
}
