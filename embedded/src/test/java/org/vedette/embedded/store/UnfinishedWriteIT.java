package org.vedette.embedded.store;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.embedded.store.StoreClient.everything;
import static org.vedette.embedded.store.StoreClient.found;
import static org.vedette.embedded.store.StoreClient.run;

import com.mongodb.MongoException;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfinishedWriteIT {

    private static final int MOST_READS = 40;

    @TempDir
    private Path directory;

    /** The store is opened for each write, so that it reads the pages it writes to: the Error comes after some of them. */
    @Test
    void aWriteThatAnErrorEndsLeavesNoDocumentWithoutItsIndexEntries() {
        var disk = new FillableDisk(directory.resolve("store.db"));
        fill(disk);
        var ended = new ArrayList<Integer>();

        for (var reads = 0; reads < MOST_READS && ended.size() == reads; reads++) {
            try (var store = open(disk);
                    var client = new StoreClient(store.connectionString())) {
                if (!isInserted(client, disk, reads)) {
                    ended.add(reads);
                }
                assertIndexesAgreeWithDocuments(client);
            }
        }

        assertThat(ended).hasSizeBetween(2, MOST_READS - 1);
    }

    private static void fill(FillableDisk disk) {
        try (var store = open(disk);
                var client = new StoreClient(store.connectionString())) {
            var posts = client.collection("posts");
            run(posts.createIndex(Indexes.ascending("slug"), new IndexOptions().unique(true)));
            run(posts.createIndex(Indexes.ascending("state")));
            run(posts.insertMany(IntStream.range(1_000, 1_060)
                    .mapToObj(UnfinishedWriteIT::post)
                    .toList()));
        }
    }

    private static boolean isInserted(StoreClient client, FillableDisk disk, int reads) {
        run(client.driver().getDatabase("vedette").runCommand(new Document("ping", 1)));
        disk.failReadsAfter(reads);
        try {
            run(client.collection("posts").insertOne(post(reads)));
            return true;
        } catch (MongoException e) {
            return false;
        } finally {
            disk.letReadsSucceed();
        }
    }

    private static void assertIndexesAgreeWithDocuments(StoreClient client) {
        var posts = client.collection("posts");
        var stored = everything(posts);
        assertThat(found(posts, eq("state", "draft"))).containsExactlyInAnyOrderElementsOf(stored);
        assertThat(stored)
                .allSatisfy(post ->
                        assertThat(found(posts, eq("slug", post.get("slug")))).containsExactly(post));
    }

    private static EmbeddedStore open(FillableDisk disk) {
        return EmbeddedStore.open(disk, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    private static Document post(int id) {
        return new Document("_id", id)
                .append("slug", "post-" + id)
                .append("state", "draft")
                .append("body", "x".repeat(2_000));
    }
}
