package org.vedette.notification;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** The service with documents in every state, as the version before this one wrote them. */
class PreviousVersionIT extends RunningService {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final UUID PLANNED = UUID.fromString("0192f0c1-0000-7000-8000-00000000000a");
    private static final UUID WITHDRAWN = UUID.fromString("0192f0c1-0000-7000-8000-00000000000b");
    private static final UUID TOO_OLD = UUID.fromString("0192f0c1-0000-7000-8000-00000000000c");
    private static final UUID PLANNING = UUID.fromString("0192f0c1-0000-7000-8000-00000000000d");

    @BeforeAll
    static void storeTheDocuments() {
        var database = TestStore.client().getDatabase(DATABASE);
        var collections = Document.parse(documents());
        collections
                .keySet()
                .forEach(collection -> collections
                        .getList(collection, Document.class)
                        .forEach(document -> insert(database, collection, document)));
    }

    @Test
    void anAlertKeepsItsCountsAndItsOpenDeliveriesAreSent() {
        awaitMails("Active@old.example", 1);
        awaitMails("claimed@old.example", 1);
        await().atMost(20, SECONDS).until(() -> report(PLANNED).contains("\"status\":\"uncertain\""));

        assertThat(report(PLANNED))
                .contains("\"audience\":6,\"sent\":3,\"deferred\":0,\"bounced\":1,\"suppressed\":1,\"uncertain\":1");
    }

    @Test
    void alertsInOtherStatesKeepThem() {
        assertThat(report(WITHDRAWN)).contains("\"status\":\"withdrawn\"", "\"audience\":1,");
        assertThat(report(TOO_OLD)).contains("\"status\":\"too-old\"");
        assertThat(report(PLANNING)).contains("\"status\":\"planning\"");
    }

    @Test
    void aRequestedConfirmationIsSentAndAnotherOneCanBeRequested() {
        awaitMails("pending@old.example", 1);

        subscribe("pending@old.example");
        awaitMails("pending@old.example", 2);

        press(Mails.link(mailServer.mailsTo("pending@old.example").get(1))).isOk();
    }

    @Test
    void anUnsubscribedAndASuppressedSubscriberCanComeBack() {
        subscribeAndConfirm("suppressed@old.example");
        subscribeAndConfirm("left@old.example");
    }

    private static void insert(MongoDatabase database, String collection, Document document) {
        Mono.from(database.getCollection(collection).insertOne(document)).block(TIMEOUT);
    }

    private static String documents() {
        try (var file = PreviousVersionIT.class.getResourceAsStream("previous-version.json")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
