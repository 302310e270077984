package org.vedette.benchmarks.mail;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.reactivestreams.client.MongoClients;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.vedette.benchmarks.suite.Settings;
import reactor.core.publisher.Flux;

/** Stores confirmed subscribers, as the notification service stores them. */
final class Audience {

    private static final int BATCH = 1_000;
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    private Audience() {}

    /** Reads {@code mongodb}, {@code size}, and {@code database} ({@code vedette_notifications}). */
    public static void main(String... arguments) {
        var settings = Settings.of(arguments);
        var clientSettings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(settings.text("mongodb")))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .build();
        try (var client = MongoClients.create(clientSettings)) {
            var subscribers = client.getDatabase(settings.text("database", "vedette_notifications"))
                    .getCollection("subscribers");
            Flux.range(0, settings.number("size"))
                    .map(Audience::subscriber)
                    .buffer(BATCH)
                    .concatMap(subscribers::insertMany)
                    .blockLast(TIMEOUT);
        }
    }

    private static Document subscriber(int number) {
        var address = "reader-" + number + "@mailbox-" + number % 100 + ".example";
        return new Document("_id", UUID.randomUUID())
                .append("key", address)
                .append("address", address)
                .append("revision", 2L)
                .append("state", "active")
                .append("since", Date.from(Instant.EPOCH));
    }
}
