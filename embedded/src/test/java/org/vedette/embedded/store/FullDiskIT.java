package org.vedette.embedded.store;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.vedette.embedded.store.StoreClient.all;
import static org.vedette.embedded.store.StoreClient.everything;
import static org.vedette.embedded.store.StoreClient.found;
import static org.vedette.embedded.store.StoreClient.run;

import com.mongodb.MongoException;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vedette.embedded.store.file.DiskSpace;

class FullDiskIT {

    private static final int OUT_OF_DISK_SPACE = 14_031;
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @TempDir
    private Path directory;

    private FillableDisk disk;
    private EmbeddedStore store;
    private StoreClient client;

    @BeforeEach
    void open() {
        disk = new FillableDisk(directory.resolve("store.db"));
        store = EmbeddedStore.open(disk, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        client = new StoreClient(store.connectionString());
        run(posts().createIndex(Indexes.ascending("slug"), new IndexOptions().unique(true)));
    }

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    @Test
    void whileTheDiskIsFullReadsAreAnsweredAndWritesAreRefused() {
        run(posts().insertOne(post(1)));

        disk.fill();

        assertThat(codeOf(post(2))).isEqualTo(OUT_OF_DISK_SPACE);
        assertThat(codeOf(post(3))).isEqualTo(OUT_OF_DISK_SPACE);
        assertThat(found(posts(), eq("slug", "post-1"))).containsExactly(post(1));
        assertThat(everything(posts())).containsExactly(post(1));
    }

    @Test
    void whileTheDiskIsFullAPipelineIsAnsweredUnlessItWrites() {
        run(posts().insertOne(post(1)));
        disk.fill();
        assertThat(codeOf(post(2))).isEqualTo(OUT_OF_DISK_SPACE);

        var matching = Aggregates.match(eq("slug", "post-1"));

        assertThat(all(posts().aggregate(List.of(matching)))).containsExactly(post(1));
        assertThatExceptionOfType(MongoException.class)
                .isThrownBy(() -> all(posts().aggregate(List.of(matching, Aggregates.out("copies")))))
                .satisfies(refused -> assertThat(refused.getCode()).isEqualTo(OUT_OF_DISK_SPACE));
    }

    @Test
    void whenThereIsRoomAgainWritesAreTakenWithoutARestart() {
        disk.fill();
        assertThat(codeOf(post(1))).isEqualTo(OUT_OF_DISK_SPACE);

        disk.makeRoom();

        await().atMost(TIMEOUT).until(() -> codeOf(post(1)) == 0);
        assertThat(found(posts(), eq("slug", "post-1"))).containsExactly(post(1));
    }

    @Test
    void aWriteThatFailsThoughThereIsSpaceIsTriedAgainLater() {
        disk.failWrites();
        assertThat(codeOf(post(1))).isEqualTo(OUT_OF_DISK_SPACE);
        assertThat(everything(posts())).isEmpty();

        disk.makeRoom();

        await().atMost(TIMEOUT).until(() -> codeOf(post(1)) == 0);
    }

    @Test
    void writesAreRefusedWhileThereIsStillSomeSpaceForTheBroker() {
        disk.leave(DiskSpace.RESERVED_BYTES - 1);

        await().atMost(TIMEOUT).until(() -> codeOf(new Document()) == OUT_OF_DISK_SPACE);
        disk.leave(DiskSpace.RESUME_BYTES - 1);
        assertThatThrownBy(() -> await().atMost(Duration.ofSeconds(3)).until(() -> codeOf(new Document()) == 0))
                .isInstanceOf(org.awaitility.core.ConditionTimeoutException.class);
        disk.leave(DiskSpace.RESUME_BYTES);
        await().atMost(TIMEOUT).until(() -> codeOf(new Document()) == 0);
    }

    @Test
    void nothingAcknowledgedIsLostWhenTheDiskFillsUpUnderManyWriters() {
        var acknowledged = new ConcurrentLinkedQueue<Integer>();
        var stopped = new AtomicBoolean();
        var writers = IntStream.range(0, 4)
                .mapToObj(writer -> CompletableFuture.runAsync(() -> write(writer, acknowledged, stopped)))
                .toList();

        for (var round = 1; round <= 5; round++) {
            var enough = acknowledged.size() + 50;
            await().atMost(TIMEOUT).until(() -> acknowledged.size() >= enough);
            disk.failWrites();
            await().atMost(TIMEOUT).until(() -> codeOf(new Document()) == OUT_OF_DISK_SPACE);
            disk.makeRoom();
        }
        stopped.set(true);
        writers.forEach(CompletableFuture::join);

        assertThat(ids()).containsAll(acknowledged);
        assertThat(acknowledged)
                .allSatisfy(id ->
                        assertThat(found(posts(), eq("slug", "post-" + id))).containsExactly(post(id)));
    }

    @Test
    void writesAreAcceptedAgainAlthoughACheckOfTheDiskMetAnError() {
        disk.fill();
        assertThat(codeOf(post(1))).isEqualTo(OUT_OF_DISK_SPACE);
        disk.failNextCheck();
        await().atMost(TIMEOUT).until(disk::hasFailedCheck);

        disk.makeRoom();

        await().atMost(TIMEOUT).until(() -> codeOf(post(2)) == 0);
    }

    @Test
    void whatWasRefusedIsNotThereAfterReopening() {
        run(posts().insertOne(post(1)));
        disk.fill();
        assertThat(codeOf(post(2))).isEqualTo(OUT_OF_DISK_SPACE);
        close();
        disk.makeRoom();

        store = EmbeddedStore.open(directory.resolve("store.db"), 0);
        client = new StoreClient(store.connectionString());

        assertThat(everything(posts())).containsExactly(post(1));
    }

    private void write(int writer, Queue<Integer> acknowledged, AtomicBoolean stopped) {
        for (var id = writer; !stopped.get(); id += 4) {
            if (codeOf(post(id)) == 0) {
                acknowledged.add(id);
            }
        }
    }

    private List<Integer> ids() {
        return everything(posts()).stream()
                .map(post -> post.get("_id"))
                .filter(Integer.class::isInstance)
                .map(Integer.class::cast)
                .toList();
    }

    /** The code with which an insert is refused, 0 when it is acknowledged. */
    private int codeOf(Document document) {
        try {
            run(client.collection(document.isEmpty() ? "probes" : "posts").insertOne(document));
            return 0;
        } catch (MongoException e) {
            return e.getCode();
        }
    }

    private MongoCollection<Document> posts() {
        return client.collection("posts");
    }

    private static Document post(int id) {
        return new Document("_id", id).append("slug", "post-" + id).append("body", "x".repeat(2_000));
    }
}
