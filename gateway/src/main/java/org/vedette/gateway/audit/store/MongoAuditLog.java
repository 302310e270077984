package org.vedette.gateway.audit.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.vedette.gateway.audit.AuditEntry;
import org.vedette.gateway.audit.AuditEvent;
import org.vedette.gateway.audit.AuditFilter;
import org.vedette.gateway.audit.AuditLog;
import org.vedette.gateway.audit.AuditPosition;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * {@link AuditLog} in the collection {@code audit}. An event has the day it belongs to, and events are looked for day by day,
 * by equality: the embedded store has no ordered index, and would sort the whole log for each page otherwise. A search reads
 * the days it needs and no more; a day without events costs one look into the index.
 */
@Component
class MongoAuditLog implements AuditLog {

    static final String COLLECTION = "audit";

    static final String DAY = "day";

    private static final String ID = "_id";
    private static final String AT = "at";
    private static final String WHO = "who";
    private static final String CLIENT = "client";
    private static final String ACTION = "action";
    private static final String DETAIL = "detail";

    private final MongoCollection<Document> collection;

    MongoAuditLog(MongoDatabase database) {
        this.collection = database.getCollection(COLLECTION);
    }

    @Override
    public Mono<Void> record(AuditEvent event) {
        return Mono.from(collection.insertOne(new Document(DAY, day(event.at()).toString())
                        .append(AT, Date.from(event.at()))
                        .append(WHO, event.who())
                        .append(CLIENT, event.client())
                        .append(ACTION, event.action())
                        .append(DETAIL, event.detail())))
                .then();
    }

    @Override
    public Flux<AuditEntry> find(AuditFilter filter) {
        var after = filter.after();
        var newest = day(after == null ? filter.until() : after.at());
        var oldest = day(filter.since());
        return Flux.fromStream(() -> Stream.iterate(newest, day -> !day.isBefore(oldest), day -> day.minusDays(1)))
                .concatMap(day -> Flux.from(collection.find(of(day, filter)).sort(descending(AT, ID))), 1)
                .map(MongoAuditLog::toEntry)
                .filter(entry -> after == null || entry.position().compareTo(after) < 0);
    }

    @Override
    public Mono<Void> forgetBefore(Instant end) {
        return Mono.from(collection.deleteMany(lt(AT, Date.from(end)))).then();
    }

    private static Bson of(LocalDate day, AuditFilter filter) {
        var conditions = new ArrayList<Bson>();
        conditions.add(eq(DAY, day.toString()));
        conditions.add(gte(AT, Date.from(filter.since())));
        var after = filter.after();
        conditions.add(lte(AT, Date.from(after == null ? filter.until() : after.at())));
        if (filter.who() != null) {
            conditions.add(eq(WHO, filter.who()));
        }
        if (filter.action() != null) {
            conditions.add(eq(ACTION, filter.action().text()));
        }
        return and(conditions);
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private static AuditEntry toEntry(Document document) {
        var at = document.getDate(AT).toInstant();
        var event = new AuditEvent(
                at,
                document.getString(WHO),
                document.getString(CLIENT),
                document.getString(ACTION),
                document.getString(DETAIL));
        return new AuditEntry(new AuditPosition(at, document.getObjectId(ID).toHexString()), event);
    }
}
