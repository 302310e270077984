package org.vedette.post.redirects.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vedette.post.redirects.OldPath;
import org.vedette.post.redirects.Redirect;
import org.vedette.post.redirects.Redirects;
import org.vedette.post.redirects.Target;
import org.vedette.starter.mongo.MongoFailures;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The redirects, one document each under the old path, and the claim of the replica that sends their changes. */
@Component
final class MongoRedirects implements Redirects {

    private static final String CLAIM = "relay";
    private static final String OWNER = "owner";
    private static final String UNTIL = "until";
    private static final Bson NOT_ENDED = exists(RedirectDocuments.ENDED, false);

    private final MongoCollection<Document> redirects;
    private final MongoCollection<Document> redirectClaims;

    MongoRedirects(MongoCollection<Document> redirects, MongoCollection<Document> redirectClaims) {
        this.redirects = redirects;
        this.redirectClaims = redirectClaims;
    }

    @Override
    public Mono<Boolean> add(Redirect redirect) {
        return Mono.from(redirects.insertOne(RedirectDocuments.of(redirect)))
                .thenReturn(true)
                .onErrorResume(MongoFailures::isDuplicateKey, exists -> replaceEnded(redirect));
    }

    private Mono<Boolean> replaceEnded(Redirect redirect) {
        return Mono.from(redirects.updateOne(
                        and(eq(redirect.from().value()), eq(RedirectDocuments.ENDED, true)),
                        new Document("$set", RedirectDocuments.fields(redirect))
                                .append("$unset", new Document(RedirectDocuments.ENDED, ""))
                                .append("$inc", new Document(RedirectDocuments.REVISION, 1L))))
                .map(result -> result.getMatchedCount() == 1);
    }

    @Override
    public Mono<Void> put(Redirect redirect) {
        return Mono.from(redirects.updateOne(
                        eq(redirect.from().value()),
                        new Document("$set", RedirectDocuments.fields(redirect))
                                .append("$unset", new Document(RedirectDocuments.ENDED, ""))
                                .append("$inc", new Document(RedirectDocuments.REVISION, 1L)),
                        new UpdateOptions().upsert(true)))
                .then();
    }

    @Override
    public Flux<Redirect> leadingTo(Target page) {
        return Flux.from(redirects.find(and(eq(RedirectDocuments.TO, page.value()), NOT_ENDED)))
                .map(RedirectDocuments::redirect);
    }

    @Override
    public Mono<Redirect> find(OldPath from) {
        return Mono.from(redirects.find(and(eq(from.value()), NOT_ENDED)).first())
                .map(RedirectDocuments::redirect);
    }

    @Override
    public Mono<Boolean> remove(OldPath from) {
        return Mono.from(redirects.updateOne(
                        and(eq(from.value()), NOT_ENDED),
                        combine(
                                set(RedirectDocuments.ENDED, true),
                                set(RedirectDocuments.PENDING, true),
                                inc(RedirectDocuments.REVISION, 1L))))
                .map(result -> result.getMatchedCount() == 1);
    }

    @Override
    public Flux<Redirect> list(@Nullable String text, @Nullable String after, int limit) {
        if (text != null && text.indexOf('\0') >= 0) {
            // No path has it, and no pattern may.
            return Flux.empty();
        }
        var wanted = new ArrayList<>(List.of(NOT_ENDED));
        if (text != null) {
            var part = Pattern.compile(Pattern.quote(text), Pattern.CASE_INSENSITIVE);
            wanted.add(or(regex(RedirectDocuments.FROM, part), regex(RedirectDocuments.TO, part)));
        }
        if (after != null) {
            wanted.add(gt(RedirectDocuments.FROM, after));
        }
        return Flux.from(redirects
                        .find(and(wanted))
                        .sort(Sorts.ascending(RedirectDocuments.FROM))
                        .limit(limit))
                .map(RedirectDocuments::redirect);
    }

    @Override
    public Flux<Change> pending(int limit) {
        return Flux.from(redirects.find(eq(RedirectDocuments.PENDING, true)).limit(limit))
                .map(RedirectDocuments::change);
    }

    @Override
    public Mono<Void> sent(Collection<Change> changes) {
        var writes = changes.stream().map(MongoRedirects::sent).toList();
        return writes.isEmpty()
                ? Mono.empty()
                : Mono.from(redirects.bulkWrite(writes, new BulkWriteOptions().ordered(false)))
                        .then();
    }

    private static WriteModel<Document> sent(Change change) {
        var unchanged = and(eq(change.from().value()), eq(RedirectDocuments.REVISION, change.revision()));
        return change.to() == null
                ? new DeleteOneModel<>(unchanged)
                : new UpdateOneModel<>(unchanged, Updates.unset(RedirectDocuments.PENDING));
    }

    @Override
    public Mono<Boolean> claim(String owner, Instant now, Instant until) {
        var free = and(eq(CLAIM), or(lte(UNTIL, Date.from(now)), eq(OWNER, owner)));
        return Mono.from(redirectClaims.updateOne(
                        free,
                        combine(set(OWNER, owner), set(UNTIL, Date.from(until))),
                        new UpdateOptions().upsert(true)))
                .thenReturn(true)
                .onErrorResume(MongoFailures::isDuplicateKey, another -> Mono.just(false));
    }
}
