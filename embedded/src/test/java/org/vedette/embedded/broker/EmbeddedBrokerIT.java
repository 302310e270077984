package org.vedette.embedded.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.utils.Exit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vedette.embedded.EmbeddedStartException;

class EmbeddedBrokerIT {

    private static final String METADATA = "__cluster_metadata-0";

    @TempDir
    private Path directory;

    @Test
    void recordsAreThereAfterARestartOnTheSamePort() {
        int port;
        try (var broker = EmbeddedBroker.start(directory, 0)) {
            port = broker.port();
            KafkaRecords.createTopic(broker.bootstrapServers(), "posts");
            KafkaRecords.send(broker.bootstrapServers(), "posts", "first");
        }

        try (var broker = EmbeddedBroker.start(directory, port)) {
            KafkaRecords.send(broker.bootstrapServers(), "posts", "second");

            assertThat(KafkaRecords.read(broker.bootstrapServers(), "posts", 2)).containsExactly("first", "second");
        }
    }

    @Test
    void aProducerThatStaysSendsWhatItHeldWhenTheBrokerIsBack() {
        var first = EmbeddedBroker.start(directory, 0);
        KafkaRecords.createTopic(first.bootstrapServers(), "posts");
        try (var producer = KafkaRecords.producer(first.bootstrapServers())) {
            KafkaRecords.sendOn(producer, "posts", "before");
            first.close();
            var held = CompletableFuture.runAsync(() -> KafkaRecords.sendOn(producer, "posts", "during the outage"));

            try (var second = EmbeddedBroker.start(directory, first.port())) {
                KafkaRecords.acknowledged(held);

                assertThat(KafkaRecords.read(second.bootstrapServers(), "posts", 2))
                        .containsExactly("before", "during the outage");
            }
        }
    }

    @Test
    void aRecordOfFourMebibytesIsTaken() {
        var large = "x".repeat(4 * 1024 * 1024 - 100);
        try (var broker = EmbeddedBroker.start(directory, 0)) {
            KafkaRecords.createTopic(broker.bootstrapServers(), "posts");

            KafkaRecords.send(broker.bootstrapServers(), "posts", large);

            assertThat(KafkaRecords.read(broker.bootstrapServers(), "posts", 1)).containsExactly(large);
        }
    }

    @Test
    void aBrokerThatHaltsTellsWhyAndLosesNothing() {
        var reasons = new CopyOnWriteArrayList<String>();
        var failed = EmbeddedBroker.start(directory, 0, reasons::add);
        KafkaRecords.createTopic(failed.bootstrapServers(), "posts");
        KafkaRecords.send(failed.bootstrapServers(), "posts", "before");

        assertThatThrownBy(() -> Exit.halt(1, "no space left")).isInstanceOf(IllegalStateException.class);
        failed.close();

        assertThat(reasons).containsExactly("no space left");
        try (var broker = EmbeddedBroker.start(directory, failed.port())) {
            assertThat(KafkaRecords.read(broker.bootstrapServers(), "posts", 1)).containsExactly("before");
        }
    }

    @Test
    void aBrokerThatHaltsWhileItStartsIsReportedAtOnce() throws Exception {
        ExitInterceptor.install();
        var failures = new CopyOnWriteArrayList<String>();
        var start = CompletableFuture.supplyAsync(() -> EmbeddedBroker.start(directory, 0, failures::add));
        await().pollInterval(Duration.ofMillis(1)).until(() -> Files.exists(directory.resolve(METADATA)));

        assertThatThrownBy(() -> Exit.halt(1, "no space left")).isInstanceOf(IllegalStateException.class);

        assertThatThrownBy(() -> start.get(30, TimeUnit.SECONDS))
                .cause()
                .isInstanceOf(BrokerHaltedException.class)
                .hasMessageMatching("The broker did not start on .* with .*: no space left");
        assertThat(failures).isEmpty();
    }

    @Test
    void aPortInUseIsReportedInOneLine() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedBroker.start(directory, taken.getLocalPort()))
                    .isInstanceOf(EmbeddedStartException.class)
                    .hasMessage(
                            "The broker's port " + taken.getLocalPort()
                                    + " cannot be used (address already in use): stop what listens there or choose another port.");
        }
    }

    @Test
    void aDirectoryInUseIsReportedInOneLineAndItsBrokerGoesOn() {
        try (var broker = EmbeddedBroker.start(directory, 0)) {
            assertThatThrownBy(() -> EmbeddedBroker.start(directory, 0))
                    .isInstanceOf(EmbeddedStartException.class)
                    .hasMessageContaining("is in use: stop the other instance");

            KafkaRecords.createTopic(broker.bootstrapServers(), "posts");
            KafkaRecords.send(broker.bootstrapServers(), "posts", "still here");
        }
    }

    @Test
    void aDirectoryThatIsAFileIsReportedInOneLine() throws Exception {
        var occupied = Files.createFile(directory.resolve("occupied"));

        assertThatThrownBy(() -> EmbeddedBroker.start(occupied, 0))
                .isInstanceOf(EmbeddedStartException.class)
                .hasMessageContaining("cannot be used: check that it can be written");
    }
}
