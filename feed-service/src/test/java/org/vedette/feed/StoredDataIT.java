package org.vedette.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import com.mongodb.reactivestreams.client.MongoClients;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.junit.jupiter.api.Test;
import org.vedette.testsupport.infrastructure.Infrastructure;
import reactor.core.publisher.Flux;

/** A store as the release before offsets were recorded has written it. */
class StoredDataIT {

    private static final Duration SOON = Duration.ofSeconds(40);

    private final String database = Infrastructure.freshDatabase("stored");

    @Test
    void aStoreOfAnEarlierReleaseIsServedAndLosesNothing() throws IOException {
        insert("projection");
        insert("entries_3");

        try (var instance = FeedInstance.start(database, "vedette.feed.rebuild-when-behind=true")) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(
                                    instance.get("/posts/it-was-stored-before").statusCode())
                            .isEqualTo(200));

            assertThat(instance.get("/posts/it-was-stored-before").body())
                    .contains(
                            "By a release before this one.",
                            "Ada Example",
                            "Example Labs",
                            "Corrected <time datetime=\"2026-11-02T10:00:00Z\">",
                            "The date was wrong.");
            assertThat(instance.get("/posts/it-had-another-address").statusCode())
                    .isEqualTo(301);
            assertThat(instance.get("/posts/it-was-withdrawn-before").statusCode())
                    .isEqualTo(410);
            assertThat(instance.get("/posts/it-was-shown-with-its-label-before").statusCode())
                    .isEqualTo(404);
            assertThat(instance.get("/series/weekly-brief").body())
                    .contains("It was stored before")
                    .doesNotContain("its label before");
            var rebuild = instance.manage("/rebuild").body();
            assertThat(JsonPath.<String>read(rebuild, "$.serving")).isEqualTo("entries_3");
            assertThat(JsonPath.<String>read(rebuild, "$.last.outcome")).isEqualTo("SWITCHED");
            assertThat(JsonPath.<Integer>read(rebuild, "$.last.progress.unreadable"))
                    .isEqualTo(1);
        }
    }

    private void insert(String collection) throws IOException {
        try (var client = MongoClients.create(Infrastructure.mongodb())) {
            var target = client.getDatabase(database).getCollection(collection, BsonDocument.class);
            Flux.from(target.insertMany(documents(collection))).blockLast(Duration.ofSeconds(10));
        }
    }

    private static List<BsonDocument> documents(String collection) throws IOException {
        try (var file = StoredDataIT.class.getResourceAsStream("stored/" + collection + ".json")) {
            var json = new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
            return BsonArray.parse(json).stream().map(BsonValue::asDocument).toList();
        }
    }
}
