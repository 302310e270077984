package org.vedette.gateway.accounts.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.vedette.gateway.accounts.Account;
import org.vedette.gateway.accounts.AccountId;
import org.vedette.gateway.accounts.Accounts;
import org.vedette.gateway.accounts.LoginName;
import org.vedette.starter.mongo.MongoFailures;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link Accounts} in the collection {@code accounts}. */
@Component
class MongoAccounts implements Accounts {

    static final String COLLECTION = "accounts";

    private final MongoCollection<Document> collection;

    MongoAccounts(MongoDatabase database) {
        this.collection = database.getCollection(COLLECTION);
    }

    @Override
    public Mono<Boolean> add(Account account) {
        return Mono.from(collection.insertOne(AccountDocuments.toDocument(account)))
                .thenReturn(true)
                .onErrorResume(MongoFailures::isDuplicateKey, taken -> Mono.just(false));
    }

    @Override
    public Mono<Boolean> replace(Account next) {
        var previous =
                and(eq(AccountDocuments.ID, next.id().value()), eq(AccountDocuments.REVISION, next.revision() - 1));
        return Mono.from(collection.replaceOne(previous, AccountDocuments.toDocument(next)))
                .map(result -> result.getMatchedCount() == 1);
    }

    @Override
    public Mono<Account> with(AccountId id) {
        return findOne(eq(AccountDocuments.ID, id.value()));
    }

    @Override
    public Mono<Account> with(LoginName login) {
        return findOne(eq(AccountDocuments.LOGIN, login.value()));
    }

    @Override
    public Flux<Account> all() {
        return Flux.from(collection.find()).map(AccountDocuments::toAccount);
    }

    @Override
    public Mono<Boolean> isEmpty() {
        return Mono.from(collection.find().first()).hasElement().map(any -> !any);
    }

    private Mono<Account> findOne(Bson filter) {
        return Mono.from(collection.find(filter).first()).map(AccountDocuments::toAccount);
    }
}
