package org.vedette.gateway.links.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.vedette.gateway.accounts.AccountId;
import org.vedette.gateway.links.AccountLink;
import org.vedette.gateway.links.AccountLinks;
import org.vedette.gateway.links.LinkPurpose;
import org.vedette.starter.mongo.MongoFailures;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** {@link AccountLinks} in the collection {@code links}. Its key is the account, so that an account has one link at most. */
@Component
class MongoAccountLinks implements AccountLinks {

    static final String COLLECTION = "links";
    static final String HASH = "hash";

    private static final String ID = "_id";
    private static final String PURPOSE = "purpose";
    private static final String CREATED_AT = "createdAt";
    private static final String EXPIRES_AT = "expiresAt";

    private final MongoCollection<Document> collection;

    MongoAccountLinks(MongoDatabase database) {
        this.collection = database.getCollection(COLLECTION);
    }

    /** Of two first links at the same time, one is inserted and the other replaces it. */
    @Override
    public Mono<Void> put(AccountLink link) {
        return Mono.from(collection.replaceOne(
                        eq(ID, link.account().value()), toDocument(link), new ReplaceOptions().upsert(true)))
                .then()
                .retryWhen(Retry.max(1).filter(MongoFailures::isDuplicateKey));
    }

    @Override
    public Mono<AccountLink> with(String id) {
        return Mono.from(collection.find(eq(HASH, id)).first()).map(MongoAccountLinks::toLink);
    }

    @Override
    public Mono<AccountLink> of(AccountId account) {
        return Mono.from(collection.find(eq(ID, account.value())).first()).map(MongoAccountLinks::toLink);
    }

    @Override
    public Mono<Boolean> use(AccountLink link) {
        return Mono.from(collection.deleteOne(and(eq(ID, link.account().value()), eq(HASH, link.id()))))
                .map(result -> result.getDeletedCount() == 1);
    }

    @Override
    public Mono<Void> remove(AccountId account) {
        return Mono.from(collection.deleteOne(eq(ID, account.value()))).then();
    }

    @Override
    public Mono<Void> forgetExpired(Instant now) {
        return Mono.from(collection.deleteMany(lt(EXPIRES_AT, Date.from(now)))).then();
    }

    private static Document toDocument(AccountLink link) {
        return new Document(ID, link.account().value())
                .append(HASH, link.id())
                .append(PURPOSE, link.purpose().text())
                .append(CREATED_AT, Date.from(link.createdAt()))
                .append(EXPIRES_AT, Date.from(link.expiresAt()));
    }

    private static AccountLink toLink(Document document) {
        return new AccountLink(
                document.getString(HASH),
                new AccountId(document.get(ID, UUID.class)),
                LinkPurpose.INVITE.text().equals(document.getString(PURPOSE)) ? LinkPurpose.INVITE : LinkPurpose.RESET,
                document.getDate(CREATED_AT).toInstant(),
                document.getDate(EXPIRES_AT).toInstant());
    }
}
