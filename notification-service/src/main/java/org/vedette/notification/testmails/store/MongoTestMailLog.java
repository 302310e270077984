package org.vedette.notification.testmails.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.notification.testmails.TestMail;
import org.vedette.notification.testmails.TestMailLog;
import reactor.core.publisher.Mono;

/** {@link TestMailLog} in the collection {@code testMails}, which keeps two days and no address. */
@Component
class MongoTestMailLog implements TestMailLog {

    private static final Duration KEPT = Duration.ofDays(2);
    private static final String BY = "by";
    private static final String AT = "at";

    private final MongoCollection<Document> collection;

    MongoTestMailLog(MongoClient client, NotificationServiceProperties properties) {
        this.collection = client.getDatabase(properties.database()).getCollection("testMails");
    }

    @Override
    public Mono<Void> add(TestMail mail) {
        var at = mail.requestedAt();
        var document = new Document(BY, mail.by())
                .append(AT, Date.from(at))
                .append("alert", mail.alert().value());
        return Mono.from(collection.deleteMany(lte(AT, Date.from(at.minus(KEPT)))))
                .then(Mono.from(collection.insertOne(document)))
                .then();
    }

    @Override
    public Mono<Long> count(String by, Instant since) {
        return Mono.from(collection.countDocuments(and(eq(BY, by), gt(AT, Date.from(since)))));
    }
}
