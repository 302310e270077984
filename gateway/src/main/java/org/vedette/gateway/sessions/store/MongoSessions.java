package org.vedette.gateway.sessions.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.max;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.vedette.gateway.accounts.AccountId;
import org.vedette.gateway.sessions.ActiveSession;
import org.vedette.gateway.sessions.Session;
import org.vedette.gateway.sessions.Sessions;
import org.vedette.starter.mongo.MongoFailures;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** {@link Sessions} in the collection {@code sessions}. */
@Component
class MongoSessions implements Sessions {

    static final String COLLECTION = "sessions";

    private static final String SEEN_AT = "at";

    private final MongoCollection<Document> collection;

    /** Outlives the sessions: a document for each account. */
    private final MongoCollection<Document> lastSeen;

    MongoSessions(MongoDatabase database) {
        this.collection = database.getCollection(COLLECTION);
        this.lastSeen = database.getCollection("lastSeen");
    }

    @Override
    public Mono<Void> add(Session session) {
        var stored = Mono.from(collection.insertOne(SessionDocuments.toDocument(session)))
                .then();
        return session instanceof ActiveSession active ? stored.then(see(active, active.startedAt())) : stored;
    }

    @Override
    public Mono<Session> with(String id) {
        return Mono.from(collection.find(eq(SessionDocuments.ID, id)).first()).map(SessionDocuments::toSession);
    }

    @Override
    public Mono<Void> touch(ActiveSession session, Instant now) {
        return Mono.from(collection.updateOne(
                        eq(SessionDocuments.ID, session.id()), max(SessionDocuments.LAST_SEEN_AT, Date.from(now))))
                .then(see(session, now));
    }

    /** Of two first logins at the same time, one inserts the document and the other finds it. */
    private Mono<Void> see(ActiveSession session, Instant now) {
        return Mono.from(lastSeen.updateOne(
                        eq(SessionDocuments.ID, session.account().value()),
                        max(SEEN_AT, Date.from(now)),
                        new UpdateOptions().upsert(true)))
                .then()
                .retryWhen(Retry.max(1).filter(MongoFailures::isDuplicateKey));
    }

    @Override
    public Mono<Map<AccountId, Instant>> lastSeen() {
        return Flux.from(lastSeen.find())
                .collectMap(
                        document -> new AccountId(document.get(SessionDocuments.ID, UUID.class)),
                        document -> document.getDate(SEEN_AT).toInstant());
    }

    @Override
    public Flux<ActiveSession> of(AccountId account) {
        return Flux.from(collection.find(eq(SessionDocuments.ACCOUNT, account.value())))
                .map(SessionDocuments::toSession)
                .ofType(ActiveSession.class);
    }

    @Override
    public Mono<Void> end(String id) {
        return Mono.from(collection.deleteOne(eq(SessionDocuments.ID, id))).then();
    }

    @Override
    public Mono<Void> endOthers(AccountId account, String except) {
        return Mono.from(collection.deleteMany(
                        and(eq(SessionDocuments.ACCOUNT, account.value()), ne(SessionDocuments.ID, except))))
                .then();
    }

    @Override
    public Mono<Long> count() {
        return Mono.from(collection.estimatedDocumentCount());
    }

    @Override
    public Mono<Void> forgetExpired(Instant now) {
        return Mono.from(collection.deleteMany(lt(SessionDocuments.EXPIRES_AT, Date.from(now))))
                .then();
    }
}
