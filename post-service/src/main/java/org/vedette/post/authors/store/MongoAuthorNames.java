package org.vedette.post.authors.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.vedette.post.authors.AuthorName;
import org.vedette.post.authors.AuthorNames;
import org.vedette.post.authors.AuthorSlug;
import org.vedette.starter.mongo.MongoFailures;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The names of authors, one document each; a unique index keeps every slug from being chosen twice. */
@Component
final class MongoAuthorNames implements AuthorNames {

    private final MongoCollection<Document> authors;

    MongoAuthorNames(MongoCollection<Document> authors) {
        this.authors = authors;
    }

    @Override
    public Flux<AuthorName> find(Collection<String> names) {
        return names(in(AuthorDocuments.ID, names));
    }

    @Override
    public Mono<AuthorName> find(AuthorSlug slug) {
        return names(eq(AuthorDocuments.SLUG, slug.value())).next();
    }

    @Override
    public Flux<AuthorName> all() {
        return names(new Document());
    }

    @Override
    public Flux<AuthorName> republishing() {
        return names(eq(AuthorDocuments.REPUBLISHING, true));
    }

    private Flux<AuthorName> names(Bson filter) {
        return Flux.from(authors.find(filter)).map(AuthorDocuments::name);
    }

    @Override
    public Mono<Boolean> add(AuthorName name) {
        return Mono.from(authors.insertOne(AuthorDocuments.of(name)))
                .thenReturn(true)
                .onErrorResume(MongoFailures::isDuplicateKey, taken -> Mono.just(false));
    }

    @Override
    public Mono<Void> merge(AuthorSlug from, AuthorSlug into, Instant republishUntil) {
        var isFrom = or(
                and(eq(AuthorDocuments.SLUG, from.value()), exists(AuthorDocuments.MERGED_INTO, false)),
                eq(AuthorDocuments.MERGED_INTO, from.value()));
        var becomes = combine(set(AuthorDocuments.MERGED_INTO, into.value()), republishing(republishUntil));
        // The name for which the slug was chosen is not merged, but back with its own author.
        return Mono.from(authors.updateMany(and(isFrom, ne(AuthorDocuments.SLUG, into.value())), becomes))
                .then(Mono.from(authors.updateOne(
                        and(eq(AuthorDocuments.SLUG, into.value()), isFrom), separately(republishUntil))))
                .then();
    }

    @Override
    public Mono<Boolean> separate(AuthorSlug slug, Instant republishUntil) {
        var merged = and(eq(AuthorDocuments.SLUG, slug.value()), exists(AuthorDocuments.MERGED_INTO, true));
        return Mono.from(authors.updateOne(merged, separately(republishUntil)))
                .map(result -> result.getMatchedCount() == 1);
    }

    @Override
    public Mono<Void> endRepublishing(AuthorName name) {
        var until = name.republishUntil();
        return until == null
                ? Mono.empty()
                : Mono.from(authors.updateOne(
                                and(
                                        eq(AuthorDocuments.ID, name.name()),
                                        eq(AuthorDocuments.REPUBLISH_UNTIL, Date.from(until))),
                                combine(unset(AuthorDocuments.REPUBLISHING), unset(AuthorDocuments.REPUBLISH_UNTIL))))
                        .then();
    }

    private static Bson separately(Instant republishUntil) {
        return combine(unset(AuthorDocuments.MERGED_INTO), republishing(republishUntil));
    }

    private static Bson republishing(Instant until) {
        return combine(set(AuthorDocuments.REPUBLISHING, true), set(AuthorDocuments.REPUBLISH_UNTIL, Date.from(until)));
    }
}
