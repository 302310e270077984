package org.vedette.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vedette.embedded.store.StoreClient.everything;
import static org.vedette.embedded.store.StoreClient.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.embedded.store.file.DamagedStoreException;

class DamagedStoreIT {

    private static final int DOCUMENTS = 400;

    @TempDir
    private Path directory;

    @BeforeEach
    void writeAStore() {
        try (var store = EmbeddedStore.open(file(), 0);
                var client = new StoreClient(store.connectionString())) {
            for (var from = 0; from < DOCUMENTS; from += 20) {
                run(client.collection("posts").insertMany(documents(from)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 4_096, 8_192, 12_288, 100_000, 200_000})
    void aFileCutShortIsRefusedAndLeftAsItIs(long bytes) throws IOException {
        cut(bytes);
        var before = Files.readAllBytes(file());

        assertThatThrownBy(() -> EmbeddedStore.open(file(), 0))
                .isInstanceOf(DamagedStoreException.class)
                .hasMessageContaining(file() + " is damaged")
                .hasMessageNotContaining("\n");

        assertThat(file()).hasBinaryContent(before);
    }

    @Test
    void aFileThatLostItsLastBlockIsRefused() throws IOException {
        cut(Files.size(file()) - 1);

        assertThatThrownBy(() -> EmbeddedStore.open(file(), 0)).isInstanceOf(DamagedStoreException.class);
    }

    @Test
    void aMissingFileIsRefusedWhileItsCheckpointIsThere() throws IOException {
        Files.delete(file());

        assertThatThrownBy(() -> EmbeddedStore.open(file(), 0))
                .isInstanceOf(DamagedStoreException.class)
                .hasMessageContaining("missing or empty");
        assertThat(file()).doesNotExist();
    }

    @Test
    void anOlderCopyIsRefused() throws IOException {
        var copy = Files.readAllBytes(file());
        try (var store = EmbeddedStore.open(file(), 0);
                var client = new StoreClient(store.connectionString())) {
            run(client.collection("posts").insertOne(new Document("_id", "newer")));
        }
        var unused = Files.write(file(), copy);

        assertThatThrownBy(() -> EmbeddedStore.open(file(), 0)).isInstanceOf(DamagedStoreException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 4_096, 100_000, 200_000})
    void aFileWithoutCheckpointIsRefusedWhenItWasClosedAndThenCut(long bytes) throws IOException {
        Files.delete(checkpoint());
        cut(bytes);

        assertThatThrownBy(() -> EmbeddedStore.open(file(), 0)).isInstanceOf(DamagedStoreException.class);
    }

    @Test
    void aFileWithoutCheckpointIsOpenedAndGetsOne() throws IOException {
        Files.delete(checkpoint());

        assertThat(documentsIn(file())).hasSize(DOCUMENTS);

        assertThat(checkpoint()).exists();
    }

    @Test
    void aCheckpointThatCannotBeReadIsIgnored() throws IOException {
        var unused = Files.writeString(checkpoint(), "version=");

        assertThat(documentsIn(file())).hasSize(DOCUMENTS);
    }

    private static List<Document> documentsIn(Path file) {
        try (var store = EmbeddedStore.open(file, 0);
                var client = new StoreClient(store.connectionString())) {
            return everything(client.collection("posts"));
        }
    }

    /** Random text, which does not get smaller when it is compressed. */
    private static List<Document> documents(int from) {
        var random = new java.util.Random(from);
        return IntStream.range(from, from + 20)
                .mapToObj(id -> new Document("_id", id)
                        .append("body", random.ints(500).boxed().toList()))
                .toList();
    }

    private void cut(long bytes) throws IOException {
        try (var channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            var unused = channel.truncate(bytes);
        }
    }

    private Path checkpoint() {
        return directory.resolve("store.db.checkpoint");
    }

    private Path file() {
        return directory.resolve("store.db");
    }
}
