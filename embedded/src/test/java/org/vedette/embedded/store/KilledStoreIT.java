package org.vedette.embedded.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vedette.embedded.store.StoreClient.all;
import static org.vedette.embedded.store.StoreClient.everything;
import static org.vedette.embedded.store.StoreClient.found;
import static org.vedette.embedded.store.StoreClient.one;
import static org.vedette.embedded.store.StoreClient.run;

import com.mongodb.MongoException;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vedette.embedded.Processes;
import reactor.core.publisher.Flux;

class KilledStoreIT {

    private static final int ROUNDS = 3;
    private static final int CONCURRENCY = 16;
    private static final int ROWS = 100;

    /** In which a process opens the store, commits for the first time, and then checkpoints and compacts all the time. */
    private static final List<Integer> PAUSES_MILLIS = List.of(0, 5, 20, 60, 150, 400);

    private static final Pattern ROWS_FOUND = Pattern.compile("Rows: (\\d+)\\.");
    private static final Pattern READY = Pattern.compile("Waiting for connections on .*:(\\d+)");

    @TempDir
    private Path directory;

    @Test
    void nothingAcknowledgedIsLostWhenTheProcessIsKilled() {
        var acknowledged = new Acknowledged();

        for (var round = 1; round <= ROUNDS; round++) {
            writeUntilKilled(acknowledged, round * ROWS);

            try (var store = EmbeddedStore.open(file(), 0);
                    var client = new StoreClient(store.connectionString())) {
                assertEveryRowIsThere(client.collection("rows"), acknowledged);
                assertIndexesAgreeWithDocuments(client.collection("rows"));
                assertThat(counter(client)).isGreaterThanOrEqualTo(acknowledged.counted.get());
            }
        }
    }

    /** With {@code -Dvedette.kills=…} it kills more often, after random pauses. */
    @Test
    void noKilledProcessLeavesAStoreThatIsTakenForDamaged() {
        var before = 0;

        for (var pause : pauses()) {
            var process = Processes.start(CheckpointedWrites.class, file().toString());
            try {
                var rows = Integer.parseInt(Processes.await(process, ROWS_FOUND));
                assertThat(rows).isGreaterThanOrEqualTo(before);
                before = rows;
                await().pollDelay(pause, TimeUnit.MILLISECONDS).until(() -> true);
            } finally {
                Processes.kill(process);
            }
        }
    }

    private static List<Integer> pauses() {
        var kills = Integer.getInteger("vedette.kills", 0);
        return kills == 0
                ? PAUSES_MILLIS
                : new Random(1).ints(kills, 0, 400).boxed().toList();
    }

    private void writeUntilKilled(Acknowledged acknowledged, int rows) {
        var process = Processes.start(EmbeddedStoreServer.class, file().toString(), "0");
        try (var client = new StoreClient("mongodb://127.0.0.1:" + Processes.await(process, READY))) {
            run(client.collection("rows").createIndex(Indexes.ascending("slug"), new IndexOptions().unique(true)));
            run(client.collection("rows").createIndex(Indexes.ascending("state")));
            var writers = List.of(
                    untilItFails(() -> insert(client.collection("rows"), acknowledged)),
                    untilItFails(() -> insert(client.collection("rows"), acknowledged)),
                    untilItFails(() -> count(client.collection("counters"), acknowledged)));

            await().until(() -> acknowledged.rows.size() >= rows);
            Processes.kill(process);
            writers.forEach(CompletableFuture::join);
        } finally {
            Processes.kill(process);
        }
    }

    private static void insert(MongoCollection<Document> rows, Acknowledged acknowledged) {
        var id = acknowledged.ids.incrementAndGet();
        run(rows.insertOne(new Document("_id", id)
                .append("slug", List.of("a-" + id, "b-" + id))
                .append("state", "claimed")));
        run(rows.updateOne(eq("_id", id), set("state", "sent")));
        acknowledged.rows.add(id);
    }

    private static void count(MongoCollection<Document> counters, Acknowledged acknowledged) {
        if (acknowledged.counted.get() == 0) {
            run(counters.insertOne(new Document("_id", "counter").append("n", 0)));
        }
        run(counters.updateOne(eq("_id", "counter"), Updates.inc("n", 1)));
        acknowledged.counted.incrementAndGet();
    }

    private static void assertEveryRowIsThere(MongoCollection<Document> rows, Acknowledged acknowledged) {
        var sent = found(rows, eq("state", "sent")).stream()
                .map(row -> row.getInteger("_id"))
                .toList();
        assertThat(sent).containsAll(acknowledged.rows);
    }

    private static void assertIndexesAgreeWithDocuments(MongoCollection<Document> rows) {
        var stored = everything(rows);
        assertThat(foundBySlug(rows, "a-", stored)).isEqualTo(stored);
        assertThat(foundBySlug(rows, "b-", stored)).isEqualTo(stored);
        assertThat(found(rows, eq("state", "sent")).size()
                        + found(rows, eq("state", "claimed")).size())
                .isEqualTo(stored.size());
    }

    /** The rows that a look-up of each row's slug finds, in the order of the rows. */
    private static List<Document> foundBySlug(MongoCollection<Document> rows, String prefix, List<Document> stored) {
        return all(Flux.fromIterable(stored)
                .flatMapSequential(row -> rows.find(eq("slug", prefix + row.get("_id"))), CONCURRENCY));
    }

    private static int counter(StoreClient client) {
        return one(client.collection("counters").find(eq("_id", "counter"))).getInteger("n");
    }

    private static CompletableFuture<Void> untilItFails(Runnable write) {
        return CompletableFuture.runAsync(() -> {
            var goesOn = true;
            while (goesOn) {
                try {
                    write.run();
                } catch (MongoException e) {
                    goesOn = false;
                }
            }
        });
    }

    private Path file() {
        return directory.resolve("store.db");
    }

    /** What the store has confirmed, over all its deaths. */
    private static final class Acknowledged {

        private final AtomicInteger ids = new AtomicInteger();
        private final AtomicInteger counted = new AtomicInteger();
        private final Queue<Integer> rows = new ConcurrentLinkedQueue<>();
    }
}
