package org.vedette.notification.digests.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.UUID;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.notification.digests.DigestedPost;
import org.vedette.notification.digests.DigestedPosts;
import org.vedette.notification.store.DocumentReader;
import org.vedette.starter.mongo.MongoFailures;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link DigestedPosts} in the collection {@code posts}. */
@Component
class MongoDigestedPosts implements DigestedPosts {

    static final String COLLECTION = "posts";

    private final MongoCollection<Document> collection;
    private final DocumentReader reader;

    MongoDigestedPosts(MongoClient client, DocumentReader reader, NotificationServiceProperties properties) {
        this.collection = client.getDatabase(properties.database()).getCollection(COLLECTION);
        this.reader = reader;
    }

    @Override
    public Mono<Void> list(DigestedPost post, Instant now) {
        var listing = combine(
                DigestedPostDocuments.listing(post),
                setOnInsert(DigestedPostDocuments.LISTED_AT, Date.from(now)),
                setOnInsert(DigestedPostDocuments.DAY, DigestDocuments.day(now)));
        return Mono.from(collection.updateOne(
                        before(post.id(), post.revision()), listing, new UpdateOptions().upsert(true)))
                .then()
                .onErrorResume(MongoFailures::isDuplicateKey, newer -> Mono.empty());
    }

    @Override
    public Mono<Void> revise(DigestedPost post) {
        return Mono.from(collection.updateOne(before(post.id(), post.revision()), DigestedPostDocuments.listing(post)))
                .then();
    }

    @Override
    public Mono<Void> hide(UUID post, long revision) {
        var hidden = combine(set(DigestedPostDocuments.REVISION, revision), set(DigestedPostDocuments.LISTED, false));
        return Mono.from(collection.updateOne(before(post, revision), hidden)).then();
    }

    /** By the days, because the embedded store has no ordered index. */
    @Override
    public Flux<UUID> listedBetween(Instant after, Instant until) {
        var start = after.truncatedTo(ChronoUnit.DAYS);
        var days = LongStream.rangeClosed(0, Duration.between(start, until).toDays())
                .mapToObj(day -> DigestDocuments.day(start.plus(Duration.ofDays(day))))
                .toList();
        var inBetween = and(
                in(DigestedPostDocuments.DAY, days),
                gt(DigestedPostDocuments.LISTED_AT, Date.from(after)),
                lte(DigestedPostDocuments.LISTED_AT, Date.from(until)));
        return Flux.from(collection.find(inBetween))
                .sort(Comparator.comparing(DigestedPostDocuments::listedAt))
                .map(DigestedPostDocuments::id);
    }

    @Override
    public Flux<ListedPost> listed(Collection<UUID> posts) {
        return Flux.from(collection.find(
                        and(in(DigestedPostDocuments.ID, posts), eq(DigestedPostDocuments.LISTED, true))))
                .mapNotNull(document -> reader.readOrSkip(COLLECTION, document, DigestedPostDocuments::toListed))
                .sort(Comparator.comparing((ListedPost listed) -> listed.post().publishedAt())
                        .thenComparing(listed -> listed.post().id())
                        .reversed());
    }

    private static Bson before(UUID post, long revision) {
        return and(eq(DigestedPostDocuments.ID, post), lt(DigestedPostDocuments.REVISION, revision));
    }
}
