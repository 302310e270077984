package org.vedette.gateway.login.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vedette.gateway.login.AttemptCount;
import org.vedette.gateway.login.LoginAttempts;
import org.vedette.starter.mongo.MongoFailures;
import reactor.core.publisher.Mono;

/** {@link LoginAttempts} in the collection {@code loginAttempts}. */
@Component
class MongoLoginAttempts implements LoginAttempts {

    private static final String ID = "_id";
    private static final String FAILURES = "failures";
    private static final String LAST_AT = "lastAt";

    private final MongoCollection<Document> collection;

    MongoLoginAttempts(MongoDatabase database) {
        this.collection = database.getCollection("loginAttempts");
    }

    @Override
    public Mono<AttemptCount> of(String key) {
        return Mono.from(collection.find(eq(ID, key)).first())
                .map(document -> new AttemptCount(
                        document.getInteger(FAILURES, 0),
                        document.getDate(LAST_AT).toInstant()));
    }

    @Override
    public Mono<Boolean> replace(String key, @Nullable AttemptCount previous, AttemptCount next) {
        var document =
                new Document(ID, key).append(FAILURES, next.failures()).append(LAST_AT, Date.from(next.lastAt()));
        return previous == null ? insert(document) : replace(key, previous, document);
    }

    private Mono<Boolean> insert(Document document) {
        return Mono.from(collection.insertOne(document))
                .thenReturn(true)
                .onErrorResume(MongoFailures::isDuplicateKey, taken -> Mono.just(false));
    }

    private Mono<Boolean> replace(String key, AttemptCount previous, Document next) {
        var unchanged = and(eq(ID, key), eq(FAILURES, previous.failures()), eq(LAST_AT, Date.from(previous.lastAt())));
        return Mono.from(collection.replaceOne(unchanged, next)).map(result -> result.getMatchedCount() == 1);
    }

    @Override
    public Mono<Void> clear(String key) {
        return Mono.from(collection.deleteOne(eq(ID, key))).then();
    }

    @Override
    public Mono<Void> forgetBefore(Instant end) {
        return Mono.from(collection.deleteMany(lt(LAST_AT, Date.from(end)))).then();
    }
}
