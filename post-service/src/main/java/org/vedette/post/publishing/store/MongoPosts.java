package org.vedette.post.publishing.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.vedette.post.authors.AuthorSlug;
import org.vedette.post.content.Language;
import org.vedette.post.outbox.OutboxEvent;
import org.vedette.post.outbox.OutboxSignal;
import org.vedette.post.publishing.Post;
import org.vedette.post.publishing.PostId;
import org.vedette.post.publishing.PostSummary;
import org.vedette.post.publishing.Posts;
import org.vedette.post.publishing.Published;
import org.vedette.post.publishing.PublishingException.OutboxFullException;
import org.vedette.post.publishing.PublishingException.PostNotFoundException;
import org.vedette.post.publishing.PublishingException.SlugTakenException;
import org.vedette.post.publishing.PublishingException.StaleRevisionException;
import org.vedette.post.publishing.Revision;
import org.vedette.post.publishing.Slug;
import org.vedette.starter.mongo.MongoFailures;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Posts, one document each; every write is conditional on the revision before it. */
@Component
final class MongoPosts implements Posts {

    private static final Logger log = LoggerFactory.getLogger(MongoPosts.class);
    /** Few enough for posts that are as long as posts may be. */
    private static final int WITH_BODIES = 10;

    private static final Bson NO_OUTBOX = Projections.exclude(OutboxDocuments.OUTBOX);
    private static final Bson NO_BODY = Projections.exclude(OutboxDocuments.OUTBOX, PostDocuments.BODY);

    private final MongoCollection<Document> posts;
    private final OutboxDocuments outbox;
    private final OutboxSignal relay;
    private final Language siteLanguage;

    MongoPosts(MongoCollection<Document> posts, OutboxDocuments outbox, OutboxSignal relay, Language siteLanguage) {
        this.posts = posts;
        this.outbox = outbox;
        this.relay = relay;
        this.siteLanguage = siteLanguage;
    }

    @Override
    public Mono<Post> find(PostId id) {
        return Mono.from(posts.find(eq(id.value())).projection(NO_OUTBOX).first())
                .map(this::post);
    }

    @Override
    public Flux<PostSummary> newest(int limit) {
        return Flux.from(posts.find()
                        .sort(Sorts.descending(PostDocuments.CREATED_AT, PostDocuments.ID))
                        .limit(limit)
                        .projection(NO_BODY))
                .concatMap(document -> readable(document, read -> new PostSummary(post(read))));
    }

    private Post post(Document document) {
        return PostDocuments.post(document, siteLanguage);
    }

    /** Empty when the document cannot be read: it must not keep the others from being listed. */
    private static <T> Mono<T> readable(Document document, Function<Document, T> read) {
        return Mono.fromSupplier(() -> read.apply(document)).onErrorResume(unreadable -> {
            log.warn(
                    "Omitted post {} from a list: its document is invalid", document.get(PostDocuments.ID), unreadable);
            return Mono.empty();
        });
    }

    @Override
    public Flux<Published> publishedWithout(AuthorSlug author, String name) {
        var others = and(
                eq(PostDocuments.BYLINE_NAMES, name),
                eq(PostDocuments.STATE, PostDocuments.PUBLISHED),
                ne(PostDocuments.AUTHORS, author.value()));
        return Flux.from(posts.find(others).projection(NO_OUTBOX).batchSize(WITH_BODIES))
                .concatMap(document -> readable(document, this::post))
                .ofType(Published.class);
    }

    @Override
    public Mono<Set<Slug>> taken(Collection<Slug> slugs) {
        var wanted = slugs.stream().map(Slug::value).toList();
        return Flux.from(posts.find(in(PostDocuments.SLUGS, wanted))
                        .projection(Projections.include(PostDocuments.SLUGS)))
                .flatMapIterable(found -> found.getList(PostDocuments.SLUGS, String.class))
                .filter(wanted::contains)
                .map(Slug::new)
                .collect(Collectors.toSet());
    }

    @Override
    public Mono<Post> store(Post post, @Nullable OutboxEvent outboxEvent) {
        return Mono.defer(() -> {
                    var event = outboxEvent == null ? null : outbox.of(outboxEvent);
                    var document = document(post, outboxEvent);
                    return post.revision().equals(Revision.FIRST)
                            ? insert(post, document, event)
                            : replace(post, document, event);
                })
                .doOnNext(stored -> wakeRelay(stored, outboxEvent))
                .onErrorMap(MongoFailures::isDuplicateKey, duplicate -> new SlugTakenException(post.slug()));
    }

    private void wakeRelay(Post stored, @Nullable OutboxEvent event) {
        if (event != null) {
            relay.wake(stored.id().value());
        }
    }

    private static Document document(Post post, @Nullable OutboxEvent event) {
        var document = PostDocuments.of(post);
        return event == null ? document : document.append(PostDocuments.AUTHORS, PostDocuments.authors(event.event()));
    }

    private Mono<Post> insert(Post post, Document document, @Nullable Document event) {
        if (event != null) {
            document.append(OutboxDocuments.OUTBOX, List.of(event))
                    .append(OutboxDocuments.BYTES, OutboxDocuments.size(event))
                    .append(OutboxDocuments.PENDING, true);
        }
        return Mono.from(posts.insertOne(document)).thenReturn(post);
    }

    private Mono<Post> replace(Post post, Document document, @Nullable Document event) {
        document.remove(PostDocuments.ID);
        var previous = and(
                eq(post.id().value()),
                eq(PostDocuments.REVISION, post.revision().previous().value()));
        var update = event == null
                ? posts.updateOne(previous, new Document("$set", document))
                : posts.updateOne(and(previous, OutboxDocuments.hasRoomFor(event)), withEvent(document, event));
        return Mono.from(update)
                .filter(result -> result.getMatchedCount() == 1)
                .map(UpdateResult::wasAcknowledged)
                .switchIfEmpty(failureOf(post))
                .thenReturn(post);
    }

    /** Signals why a post was not replaced: when the revision before it is still there, its outbox is full. */
    private Mono<Boolean> failureOf(Post post) {
        return find(post.id())
                .switchIfEmpty(
                        Mono.error(() -> new PostNotFoundException(post.id().toString())))
                .map(Post::revision)
                .flatMap(current -> Mono.error(
                        current.equals(post.revision().previous())
                                ? new OutboxFullException()
                                : new StaleRevisionException(current)));
    }

    private static Bson withEvent(Document fields, Document event) {
        return new Document("$set", fields.append(OutboxDocuments.PENDING, true))
                .append("$push", new Document(OutboxDocuments.OUTBOX, event))
                .append("$inc", new Document(OutboxDocuments.BYTES, OutboxDocuments.size(event)));
    }
}
