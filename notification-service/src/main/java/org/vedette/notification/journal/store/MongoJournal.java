package org.vedette.notification.journal.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Updates.inc;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.notification.journal.Change;
import org.vedette.notification.journal.Growth;
import org.vedette.notification.journal.Journal;
import org.vedette.starter.mongo.MongoFailures;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** {@link Journal} in the collections {@code journalDays} and {@code journalMails}, a document for each day and each mail. */
@Component
class MongoJournal implements Journal, Growth.Counts {

    private static final Logger log = LoggerFactory.getLogger(MongoJournal.class);
    private static final String ID = "_id";

    private final MongoCollection<Document> days;
    private final MongoCollection<Document> mails;

    MongoJournal(MongoClient client, NotificationServiceProperties properties) {
        var database = client.getDatabase(properties.database());
        this.days = database.getCollection("journalDays");
        this.mails = database.getCollection("journalMails");
    }

    @Override
    public Mono<Void> record(Change change, long count, @Nullable String mail, Instant at) {
        var day = LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
        var ofDay = count(days, day, change, count);
        var ofMail = mail == null ? Mono.<Void>empty() : count(mails, mail, change, count);
        return ofDay.then(ofMail).onErrorResume(failure -> {
            log.warn("{} changes of subscriptions ({}) are not counted", count, change, failure);
            return Mono.empty();
        });
    }

    @Override
    public Mono<Map<LocalDate, Map<Change, Long>>> since(LocalDate day) {
        return Flux.from(days.find(gte(ID, day.toString())))
                .collectMap(document -> LocalDate.parse(document.getString(ID)), MongoJournal::counts);
    }

    @Override
    public Mono<Map<Change, Long>> ofMail(String mail) {
        return Mono.from(mails.find(eq(ID, mail)).first())
                .map(MongoJournal::counts)
                .defaultIfEmpty(Map.of());
    }

    /** Of two processes that insert the same document one is refused, and counts in that of the other. */
    private static Mono<Void> count(MongoCollection<Document> collection, String id, Change change, long count) {
        return Mono.defer(() -> Mono.from(
                        collection.updateOne(eq(ID, id), inc(field(change), count), new UpdateOptions().upsert(true))))
                .retryWhen(Retry.max(1).filter(MongoFailures::isDuplicateKey))
                .then();
    }

    private static Map<Change, Long> counts(Document document) {
        var counts = new EnumMap<Change, Long>(Change.class);
        for (var change : Change.values()) {
            if (document.get(field(change)) instanceof Number number) {
                counts.put(change, number.longValue());
            }
        }
        return counts;
    }

    private static String field(Change change) {
        return change.name().toLowerCase(Locale.ROOT);
    }
}
