package org.vedette.gateway.tokens.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.max;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vedette.gateway.accounts.AccountId;
import org.vedette.gateway.tokens.PersonalToken;
import org.vedette.gateway.tokens.PersonalTokens;
import org.vedette.gateway.tokens.TokenScope;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link PersonalTokens} in the collection {@code tokens}. */
@Component
class MongoPersonalTokens implements PersonalTokens {

    static final String COLLECTION = "tokens";
    static final String OWNER = "owner";

    private static final String ID = "_id";
    private static final String NAME = "name";
    private static final String SCOPES = "scopes";
    private static final String CREATED_AT = "createdAt";
    private static final String EXPIRES_AT = "expiresAt";
    private static final String LAST_USED_AT = "lastUsedAt";

    private final MongoCollection<Document> collection;

    MongoPersonalTokens(MongoDatabase database) {
        this.collection = database.getCollection(COLLECTION);
    }

    @Override
    public Mono<Void> add(PersonalToken token) {
        return Mono.from(collection.insertOne(toDocument(token))).then();
    }

    @Override
    public Mono<PersonalToken> with(String id) {
        return Mono.from(collection.find(eq(ID, id)).first()).map(MongoPersonalTokens::toToken);
    }

    @Override
    public Flux<PersonalToken> of(AccountId owner) {
        return Flux.from(collection.find(eq(OWNER, owner.value()))).map(MongoPersonalTokens::toToken);
    }

    @Override
    public Mono<Boolean> remove(AccountId owner, String id) {
        return Mono.from(collection.deleteOne(and(eq(ID, id), eq(OWNER, owner.value()))))
                .map(result -> result.getDeletedCount() == 1);
    }

    @Override
    public Mono<Void> touch(String id, Instant now) {
        return Mono.from(collection.updateOne(eq(ID, id), max(LAST_USED_AT, Date.from(now))))
                .then();
    }

    @Override
    public Mono<Void> forgetExpired(Instant end) {
        return Mono.from(collection.deleteMany(lt(EXPIRES_AT, Date.from(end)))).then();
    }

    private static Document toDocument(PersonalToken token) {
        var document = new Document(ID, token.id())
                .append(OWNER, token.owner().value())
                .append(NAME, token.name())
                .append(
                        SCOPES,
                        token.scopes().stream().sorted().map(TokenScope::text).toList())
                .append(CREATED_AT, Date.from(token.createdAt()))
                .append(EXPIRES_AT, Date.from(token.expiresAt()));
        var lastUsedAt = token.lastUsedAt();
        return lastUsedAt == null ? document : document.append(LAST_USED_AT, Date.from(lastUsedAt));
    }

    private static PersonalToken toToken(Document document) {
        return new PersonalToken(
                document.getString(ID),
                new AccountId(document.get(OWNER, UUID.class)),
                document.getString(NAME),
                document.getList(SCOPES, String.class).stream()
                        .flatMap(scope -> TokenScope.of(scope).stream())
                        .collect(Collectors.toSet()),
                document.getDate(CREATED_AT).toInstant(),
                document.getDate(EXPIRES_AT).toInstant(),
                instant(document.getDate(LAST_USED_AT)));
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
