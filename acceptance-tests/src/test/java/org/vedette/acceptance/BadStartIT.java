package org.vedette.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vedette.standalone.settings.Ports;

/** A start that cannot work says why in one line, and ends. */
class BadStartIT {

    private final int port = Ports.free();
    private final int mailPort = Ports.free();

    @TempDir
    private Path directory;

    @Test
    void aPortInUseIsNamed() throws IOException {
        try (var taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertRefused(launch(directory, Map.of()), String.valueOf(taken.getLocalPort()), "VEDETTE_PORT");
        }
    }

    @Test
    void aDataDirectoryThatIsAFileIsNamed() throws IOException {
        var file = Files.writeString(directory.resolve("file"), "not a directory");

        assertRefused(launch(file, Map.of()), file.toString(), "VEDETTE_DATA");
    }

    @Test
    void aDataDirectoryInUseIsNamed() {
        try (var first = StandaloneProcess.launch(directory, port, mailPort).awaitSite()) {
            assertThat(first.output()).contains(first.site().toString());

            var second = StandaloneProcess.launch(directory, Ports.free(), Ports.free());

            assertRefused(second, directory.toString(), "VEDETTE_DATA");
        }
    }

    @Test
    void aSettingThatMakesNoSenseIsNamed() {
        assertRefused(launch(directory, Map.of("VEDETTE_PORT", "eighty")), "VEDETTE_PORT", "eighty");
    }

    private StandaloneProcess launch(Path data, Map<String, String> settings) {
        return StandaloneProcess.launch(data, port, mailPort, settings);
    }

    private static void assertRefused(StandaloneProcess refused, String... told) {
        try (refused) {
            assertThat(refused.awaitEnd()).isNotZero();
            assertThat(refused.output().strip().lines()).hasSize(1);
            assertThat(refused.output()).contains(told);
        }
    }
}
