package org.vedette.gateway.sessions.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.max;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.vedette.gateway.accounts.AccountId;
import org.vedette.gateway.sessions.ActiveSession;
import org.vedette.gateway.sessions.Session;
import org.vedette.gateway.sessions.Sessions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link Sessions} in the collection {@code sessions}. */
@Component
class MongoSessions implements Sessions {

    static final String COLLECTION = "sessions";

    private final MongoCollection<Document> collection;

    MongoSessions(MongoDatabase database) {
        this.collection = database.getCollection(COLLECTION);
    }

    @Override
    public Mono<Void> add(Session session) {
        return Mono.from(collection.insertOne(SessionDocuments.toDocument(session)))
                .then();
    }

    @Override
    public Mono<Session> with(String id) {
        return Mono.from(collection.find(eq(SessionDocuments.ID, id)).first()).map(SessionDocuments::toSession);
    }

    @Override
    public Mono<Void> touch(String id, Instant now) {
        return Mono.from(collection.updateOne(
                        eq(SessionDocuments.ID, id), max(SessionDocuments.LAST_SEEN_AT, Date.from(now))))
                .then();
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
    public Mono<Void> forgetExpired(Instant now) {
        return Mono.from(collection.deleteMany(lt(SessionDocuments.EXPIRES_AT, Date.from(now))))
                .then();
    }
}
