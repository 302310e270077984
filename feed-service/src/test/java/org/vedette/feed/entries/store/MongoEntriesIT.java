package org.vedette.feed.entries.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.UuidRepresentation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.vedette.feed.FeedServiceProperties;
import org.vedette.feed.entries.Entries;
import org.vedette.feed.entries.EntriesContract;
import org.vedette.feed.entries.EntriesUnavailable;
import org.vedette.feed.entries.Entry;
import org.vedette.testsupport.infrastructure.Infrastructure;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class MongoEntriesIT extends EntriesContract {

    private static final MongoClient CLIENT = client(Infrastructure.mongodb());
    private static final Entries ENTRIES = new MongoEntries(CLIENT, settings());

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @Override
    protected Entries entries() {
        return ENTRIES;
    }

    @Test
    void ofManyAtTheSameTimeTheLatestRevisionWins() {
        var id = aPost().build().id();
        var revisions = Flux.range(1, 100)
                .map(revision -> new Entry(aPost().id(id).revision(revision).build(), null, Instant.EPOCH));

        var kept = revisions.flatMap(ENTRIES::keep, 16).collectList().block();

        assertThat(kept).hasSize(100).contains(true);
        assertThat(ENTRIES.find(Set.of(id)).blockFirst()).extracting("revision").isEqualTo(100L);
    }

    @Test
    void theBodyStaysInTheStoreWhenHeadsAreRead() {
        var post = aPost().html("<p>A long body</p>").text("A long body").build();
        var questions = new Questions();
        try (var client = client(Infrastructure.mongodb(), questions)) {
            var entries = new MongoEntries(client, settings());
            assertThat(entries.keep(new Entry(post, null, Instant.EPOCH)).block())
                    .isTrue();

            var head = entries.heads(Set.of(post.id())).blockFirst();

            assertThat(head).isNotNull();
            assertThat(questions.toFind)
                    .singleElement()
                    .asString()
                    .contains("excerpt")
                    .doesNotContain("html", "text");
        }
    }

    @Test
    void aStoreOutOfReachSaysSo() {
        try (var nowhere = client("mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=100")) {
            var entries = new MongoEntries(nowhere, settings());

            var found = entries.find(Set.of(aPost().build().id()));

            StepVerifier.create(found).expectError(EntriesUnavailable.class).verify(Duration.ofSeconds(10));
        }
    }

    @Test
    void aStoreThatHangsIsOutOfReachBeforeTheGatewayStopsWaiting() throws IOException {
        try (var hanging = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var client = client("mongodb://127.0.0.1:" + hanging.getLocalPort())) {
            var entries = new MongoEntries(client, settings());

            var found = entries.find(Set.of(aPost().build().id()));

            StepVerifier.create(found).expectError(EntriesUnavailable.class).verify(Duration.ofSeconds(8));
        }
    }

    @Test
    void whatAStoreThatHangsShouldKeepIsNotKept() throws IOException {
        try (var hanging = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var client = client("mongodb://127.0.0.1:" + hanging.getLocalPort())) {
            var entries = new MongoEntries(client, settings());

            var kept = entries.keep(new Entry(aPost().build(), null, Instant.EPOCH));

            StepVerifier.create(kept).expectError(EntriesUnavailable.class).verify(Duration.ofSeconds(8));
        }
    }

    /** What the driver asks for when it finds. */
    private static final class Questions implements CommandListener {

        private final Queue<BsonDocument> toFind = new ConcurrentLinkedQueue<>();

        @Override
        public void commandStarted(CommandStartedEvent event) {
            if (event.getCommandName().equals("find")) {
                toFind.add(event.getCommand().getDocument("projection", new BsonDocument()));
            }
        }
    }

    private static MongoClient client(String address, CommandListener... listeners) {
        return MongoClients.create(MongoClientSettings.builder()
                .commandListenerList(List.of(listeners))
                .applyConnectionString(new ConnectionString(address))
                .applyToSocketSettings(socket -> socket.connectTimeout(5, TimeUnit.SECONDS))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .build());
    }

    private static FeedServiceProperties settings() {
        return new FeedServiceProperties(
                URI.create("https://blog.example.org"),
                new FeedServiceProperties.Site("Blog", "Tagline", ZoneId.of("UTC")),
                Infrastructure.freshDatabase("entries"),
                30,
                30,
                Set.of(),
                new FeedServiceProperties.Search(null, 32),
                (short) 1);
    }
}
