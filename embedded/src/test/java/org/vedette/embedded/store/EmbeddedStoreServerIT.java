package org.vedette.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vedette.embedded.Processes;

class EmbeddedStoreServerIT {

    private static final Pattern EVERYWHERE = Pattern.compile("Waiting for connections on 0\\.0\\.0\\.0:(\\d+)");

    @TempDir
    private Path directory;

    @Test
    void itListensWhereItIsTold() {
        var process = Processes.start(EmbeddedStoreServer.class, file(), "0", "0.0.0.0");
        try (var client = new StoreClient("mongodb://127.0.0.1:" + Processes.await(process, EVERYWHERE))) {
            var answer = StoreClient.one(client.driver().getDatabase("admin").runCommand(new Document("ping", 1)));

            assertThat(answer).containsEntry("ok", 1.0);
        } finally {
            Processes.kill(process);
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "||, Usage: EmbeddedStoreServer FILE PORT [BIND-ADDRESS]",
                "store.db x, 'x' is not a port (0 to 65535).",
                "store.db 65536, '65536' is not a port (0 to 65535).",
                "store.db 0 256.1.1.1, '256.1.1.1' is not an address of this machine.",
                "/proc/vedette/store.db 0, The store's file /proc/vedette/store.db cannot be opened"
            })
    void badArgumentsAreReportedInOneLine(String arguments, String complaint) throws Exception {
        var words = arguments.isEmpty() ? new String[0] : arguments.split(" ", -1);
        var process = Processes.start(EmbeddedStoreServer.class, words);

        var output = Processes.outputOf(process);

        assertThat(output.lines()).hasSize(1).first().asString().startsWith(complaint);
        assertThat(process.waitFor()).isNotZero();
    }

    @Test
    void aPortInUseIsReportedInOneLine() throws Exception {
        try (var running = EmbeddedStore.inMemory()) {
            var process = Processes.start(EmbeddedStoreServer.class, file(), Integer.toString(running.port()));

            var output = Processes.outputOf(process);

            assertThat(output.lines()).hasSize(1).first().asString().contains(":" + running.port() + " is in use");
            assertThat(process.waitFor()).isNotZero();
        }
    }

    private String file() {
        return directory.resolve("store.db").toString();
    }
}
