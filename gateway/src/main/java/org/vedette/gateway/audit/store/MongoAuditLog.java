package org.vedette.gateway.audit.store;

import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.vedette.gateway.audit.AuditAction;
import org.vedette.gateway.audit.AuditEvent;
import org.vedette.gateway.audit.AuditLog;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link AuditLog} in the collection {@code audit}. */
@Component
class MongoAuditLog implements AuditLog {

    static final String COLLECTION = "audit";

    static final String AT = "at";
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
        return Mono.from(collection.insertOne(new Document(AT, Date.from(event.at()))
                        .append(WHO, event.who())
                        .append(CLIENT, event.client())
                        .append(ACTION, event.action().text())
                        .append(DETAIL, event.detail())))
                .then();
    }

    @Override
    public Flux<AuditEvent> newest(int count) {
        return Flux.from(collection.find().sort(descending(AT)).limit(count)).map(MongoAuditLog::toEvent);
    }

    @Override
    public Mono<Void> forgetBefore(Instant end) {
        return Mono.from(collection.deleteMany(lt(AT, Date.from(end)))).then();
    }

    private static AuditEvent toEvent(Document document) {
        var action = document.getString(ACTION).toUpperCase(Locale.ROOT).replace('-', '_');
        return new AuditEvent(
                document.getDate(AT).toInstant(),
                document.getString(WHO),
                document.getString(CLIENT),
                AuditAction.valueOf(action),
                document.getString(DETAIL));
    }
}
