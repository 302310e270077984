package org.vedette.feed.entries.store;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.feed.blog.Language;
import org.vedette.feed.entries.EntriesContract;
import org.vedette.feed.entries.EntriesUnavailableException;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.entries.EntrySummary;
import org.vedette.feed.entries.UnreadableEntries;
import org.vedette.feed.entries.WritableEntries;
import org.vedette.feed.timeline.Position;
import org.vedette.testsupport.infrastructure.Infrastructure;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class MongoEntriesIT extends EntriesContract {

    private static final MongoClient CLIENT = client(Infrastructure.mongodb());
    private static final MongoCollection<Document> COLLECTION = collection(CLIENT);
    private static final UnreadableEntries UNREADABLE = new UnreadableEntries();
    private static final Language SITE_LANGUAGE = new Language("sv");
    private static final WritableEntries ENTRIES = new MongoEntries(COLLECTION, UNREADABLE, SITE_LANGUAGE);

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @Override
    protected WritableEntries entries() {
        return ENTRIES;
    }

    @Test
    void ofManyAtTheSameTimeTheLatestRevisionWins() {
        var id = aPost().build().id();
        var revisions = Flux.range(1, 100)
                .map(revision -> new Entry(aPost().id(id).revision(revision).build(), null, Instant.EPOCH));

        var kept = revisions
                .flatMap(entry -> ENTRIES.save(entry), 16)
                .collectList()
                .block();

        assertThat(kept).hasSize(100).contains(true);
        assertThat(ENTRIES.find(Set.of(id)).blockFirst()).extracting("revision").isEqualTo(100L);
    }

    @Test
    void theBodyStaysInTheStoreWhenHeadsAreRead() {
        var post = aPost().html("<p>A long body</p>").text("A long body").build();
        var questions = new Questions();
        try (var client = client(Infrastructure.mongodb(), questions)) {
            var entries = new MongoEntries(collection(client), UNREADABLE, SITE_LANGUAGE);
            assertThat(entries.save(new Entry(post, null, Instant.EPOCH)).block())
                    .isTrue();

            var head = entries.summaries(Set.of(post.id())).blockFirst();

            assertThat(head).isNotNull();
            assertThat(questions.toFind)
                    .singleElement(as(STRING))
                    .contains("excerpt")
                    .doesNotContain("html", "text");
        }
    }

    @Test
    void anEntryWhoseEventNamesNoLanguageIsInThatOfTheSite() {
        var entry = new Entry(aPost().in(null).build(), null, Instant.EPOCH);
        assertThat(ENTRIES.save(entry).block()).isTrue();

        assertThat(languagesOf(entry)).containsExactly(SITE_LANGUAGE, SITE_LANGUAGE);
    }

    @Test
    void anEntryThatAnEarlierVersionKeptIsInTheLanguageOfTheSite() {
        var entry = new Entry(aPost().in("de").build(), null, Instant.EPOCH);
        assertThat(ENTRIES.save(entry).block()).isTrue();
        Mono.from(COLLECTION.updateOne(eq("_id", entry.id()), new Document("$unset", new Document("language", ""))))
                .block();

        assertThat(languagesOf(entry)).containsExactly(SITE_LANGUAGE, SITE_LANGUAGE);
    }

    /** Of the whole entry, and of what lists show of it. */
    private static List<Language> languagesOf(Entry entry) {
        var ids = Set.of(entry.id());
        var whole = ENTRIES.get(ids).ofType(Entry.class).map(Entry::language);
        var summary = ENTRIES.summaries(ids).map(EntrySummary::language);
        return Flux.concat(whole, summary).toStream().toList();
    }

    /** Each of these was once kept, or is what an operator's slip of the hand leaves. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{bylines: [{name: null, affiliation: null}]}",
                "{bylines: [null]}",
                "{bylines: null}",
                "{series: {slug: null, title: null}}",
                "{series: 'weekly'}",
                "{slug: 'k2 weird/slug?x=1'}",
                "{slug: null}",
                "{tags: [null]}",
                "{tags: [7]}",
                "{tlp: null}",
                "{revision: 'first'}",
                "{publishedAt: {$date: {$numberLong: '999999999999999'}}}",
                "{publishedAt: 'today'}",
                "{revisedAt: null}",
            })
    void whatCannotBeReadIsLeftOutAndNothingElseIs(String change) {
        var broken = new Entry(aPost().build(), null, Instant.EPOCH);
        var fine = new Entry(aPost().build(), null, Instant.EPOCH);
        assertThat(ENTRIES.save(List.of(broken, fine)).block()).hasSize(2);
        Mono.from(COLLECTION.updateOne(eq("_id", broken.id()), new Document("$set", Document.parse(change))))
                .block();
        var both = Set.of(broken.id(), fine.id());

        assertThat(ENTRIES.find(both).collectList().block()).containsExactly(fine);
        assertThat(ENTRIES.get(both).collectList().block()).containsExactly(fine);
        assertThat(ENTRIES.summaries(both).collectList().block()).containsExactly(fine.toSummary());
        assertThat(ENTRIES.positions().map(Position::id).collectList().block())
                .contains(fine.id())
                .doesNotContain(broken.id());
        assertThat(UNREADABLE.affecting("entries"))
                .contains(broken.id().toString())
                .doesNotContain(fine.id().toString());
    }

    @Test
    void aPostThatIsRevisedIsReadableAgain() {
        var broken = new Entry(aPost().build(), null, Instant.EPOCH);
        assertThat(ENTRIES.save(broken).block()).isTrue();
        Mono.from(COLLECTION.updateOne(eq("_id", broken.id()), new Document("$set", new Document("html", null))))
                .block();
        assertThat(ENTRIES.find(Set.of(broken.id())).collectList().block()).isEmpty();
        assertThat(UNREADABLE.affecting("entries")).contains(broken.id().toString());

        var revised = new Entry(aPost().id(broken.id()).revision(2).build(), null, Instant.EPOCH);
        assertThat(ENTRIES.save(revised).block()).isTrue();

        assertThat(ENTRIES.find(Set.of(broken.id())).collectList().block()).containsExactly(revised);
        assertThat(UNREADABLE.affecting("entries")).doesNotContain(broken.id().toString());
    }

    @Test
    void aStoreOutOfReachSaysSo() {
        try (var nowhere = client("mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=100")) {
            var entries = new MongoEntries(collection(nowhere), UNREADABLE, SITE_LANGUAGE);

            var found = entries.find(Set.of(aPost().build().id()));

            StepVerifier.create(found)
                    .expectError(EntriesUnavailableException.class)
                    .verify(Duration.ofSeconds(10));
        }
    }

    @Test
    void aStoreThatHangsIsOutOfReachBeforeTheGatewayStopsWaiting() throws IOException {
        try (var hanging = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var client = client("mongodb://127.0.0.1:" + hanging.getLocalPort())) {
            var entries = new MongoEntries(collection(client), UNREADABLE, SITE_LANGUAGE);

            var found = entries.find(Set.of(aPost().build().id()));

            StepVerifier.create(found)
                    .expectError(EntriesUnavailableException.class)
                    .verify(Duration.ofSeconds(8));
        }
    }

    @Test
    void whatAStoreThatHangsShouldKeepIsNotKept() throws IOException {
        try (var hanging = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var client = client("mongodb://127.0.0.1:" + hanging.getLocalPort())) {
            var entries = new MongoEntries(collection(client), UNREADABLE, SITE_LANGUAGE);

            var kept = entries.save(new Entry(aPost().build(), null, Instant.EPOCH));

            StepVerifier.create(kept)
                    .expectError(EntriesUnavailableException.class)
                    .verify(Duration.ofSeconds(8));
        }
    }

    /** What the driver asks for when it finds. */
    private static final class Questions implements CommandListener {

        private final Queue<String> toFind = new ConcurrentLinkedQueue<>();

        /** Reads the command now: the driver uses its buffer for another one afterwards. */
        @Override
        public void commandStarted(CommandStartedEvent event) {
            if (event.getCommandName().equals("find")) {
                toFind.add(event.getCommand()
                        .getDocument("projection", new BsonDocument())
                        .toJson());
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

    private static MongoCollection<Document> collection(MongoClient client) {
        return client.getDatabase(Infrastructure.freshDatabase("entries")).getCollection("entries");
    }
}
