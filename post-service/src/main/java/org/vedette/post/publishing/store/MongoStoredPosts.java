package org.vedette.post.publishing.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.Collection;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.vedette.post.content.Language;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.listing.IndexedPost;
import org.vedette.post.listing.StoredPosts;
import org.vedette.post.publishing.PostSummary;
import org.vedette.post.series.SeriesUsage;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads posts for lists; a document that cannot be read keeps no other from being listed. */
@Component
final class MongoStoredPosts implements StoredPosts, SeriesUsage {

    private static final Logger log = LoggerFactory.getLogger(MongoStoredPosts.class);

    /** Few enough for posts that are as long as posts may be. */
    private static final int WITH_BODIES = 50;

    private static final Bson NO_OUTBOX = Projections.exclude(OutboxDocuments.OUTBOX);
    private static final Bson NO_BODY = Projections.exclude(OutboxDocuments.OUTBOX, PostDocuments.BODY);

    private final MongoCollection<Document> posts;
    private final Language siteLanguage;

    MongoStoredPosts(MongoCollection<Document> posts, Language siteLanguage) {
        this.posts = posts;
        this.siteLanguage = siteLanguage;
    }

    @Override
    public Flux<IndexedPost> all() {
        return Flux.from(posts.find().projection(NO_OUTBOX).batchSize(WITH_BODIES))
                .concatMap(document -> readable(document, this::indexed));
    }

    @Override
    public Flux<IndexedPost> storedIn(List<Long> seconds, BiPredicate<PostId, Long> isKnown) {
        return Flux.from(posts.find(in(PostDocuments.STORED_IN, seconds))
                        .projection(Projections.include(PostDocuments.REVISION)))
                .filter(found -> !isKnown.test(PostDocuments.id(found), found.getLong(PostDocuments.REVISION)))
                .map(PostDocuments::id)
                .buffer(WITH_BODIES)
                .concatMap(ids -> Flux.from(posts.find(in(PostDocuments.ID, values(ids)))
                        .projection(NO_OUTBOX)
                        .batchSize(WITH_BODIES)))
                .concatMap(document -> readable(document, this::indexed));
    }

    @Override
    public Flux<PostSummary> summaries(Collection<PostId> ids) {
        return ids.isEmpty()
                ? Flux.empty()
                : Flux.from(posts.find(in(PostDocuments.ID, values(ids))).projection(NO_BODY))
                        .concatMap(document ->
                                readable(document, read -> new PostSummary(PostDocuments.post(read, siteLanguage))));
    }

    private static List<?> values(Collection<PostId> ids) {
        return ids.stream().map(PostId::value).toList();
    }

    private IndexedPost indexed(Document document) {
        return new IndexedPost(
                PostDocuments.post(document, siteLanguage), document.getString(RevisionDocuments.WRITER));
    }

    private static <T> Mono<T> readable(Document document, Function<Document, T> read) {
        return Mono.fromSupplier(() -> read.apply(document)).onErrorResume(unreadable -> {
            log.warn("Omitted post {} from lists: its document is invalid", document.get(PostDocuments.ID), unreadable);
            return Mono.empty();
        });
    }

    @Override
    public Mono<Long> posts(String slug) {
        return Mono.from(posts.countDocuments(eq(ContentDocuments.SERIES, slug)));
    }
}
