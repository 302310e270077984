package org.vedette.post.publishing.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pull;

import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.vedette.post.authors.AuthorSlug;
import org.vedette.post.content.Language;
import org.vedette.post.content.Tag;
import org.vedette.post.lifecycle.Draft;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.lifecycle.Published;
import org.vedette.post.lifecycle.Slug;
import org.vedette.post.publishing.PostChange;
import org.vedette.post.publishing.Posts;
import org.vedette.post.requests.IdempotencyKey;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Posts, one document each. */
@Component
final class MongoPosts implements Posts {

    private static final Logger log = LoggerFactory.getLogger(MongoPosts.class);
    /** Few enough for posts that are as long as posts may be. */
    private static final int WITH_BODIES = 10;

    private static final Bson NO_OUTBOX = Projections.exclude(OutboxDocuments.OUTBOX);

    private final MongoCollection<Document> posts;
    private final MongoPostWriter writer;
    private final Language siteLanguage;

    MongoPosts(MongoCollection<Document> posts, MongoPostWriter writer, Language siteLanguage) {
        this.posts = posts;
        this.writer = writer;
        this.siteLanguage = siteLanguage;
    }

    @Override
    public Mono<Post> find(PostId id) {
        return Mono.from(posts.find(eq(id.value())).projection(NO_OUTBOX).first())
                .map(this::post);
    }

    @Override
    public Mono<String> writer(PostId id) {
        return Mono.from(posts.find(eq(id.value()))
                        .projection(Projections.include(RevisionDocuments.WRITER))
                        .first())
                .mapNotNull(found -> found.getString(RevisionDocuments.WRITER));
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
    public Flux<PostId> withTag(Tag tag) {
        return ids(eq(ContentDocuments.TAGS, tag.value()));
    }

    @Override
    public Flux<PostId> withByline(String name) {
        return ids(eq(PostDocuments.BYLINE_NAMES, name));
    }

    private Flux<PostId> ids(Bson filter) {
        return Flux.from(posts.find(filter).projection(Projections.include(PostDocuments.ID)))
                .map(PostDocuments::id);
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
    public Flux<DuePost> waiting() {
        return Flux.from(posts.find(eq(PostDocuments.SCHEDULE, PostDocuments.WAITING))
                        .projection(Projections.include(PostDocuments.PUBLISH_AT)))
                .concatMap(document -> readable(
                        document,
                        due -> new DuePost(
                                PostDocuments.id(due),
                                due.getDate(PostDocuments.PUBLISH_AT).toInstant())));
    }

    @Override
    public Mono<KeyUse> use(IdempotencyKey key) {
        return Mono.from(posts.find(eq(RequestDocuments.KEYS, key.value()))
                        .projection(Projections.include(RequestDocuments.REQUESTS))
                        .first())
                .flatMap(found -> Mono.justOrEmpty(RequestDocuments.use(found, key)));
    }

    @Override
    public Mono<Void> forget(IdempotencyKey key) {
        return Mono.from(posts.updateOne(
                        eq(RequestDocuments.KEYS, key.value()),
                        combine(
                                pull(RequestDocuments.KEYS, key.value()),
                                pull(RequestDocuments.REQUESTS, new Document(RequestDocuments.KEY, key.value())))))
                .then();
    }

    @Override
    public Mono<Post> store(PostChange change) {
        return writer.store(change);
    }

    @Override
    public Mono<Post> add(ImportedPost post) {
        return writer.add(post);
    }

    @Override
    public Flux<PostId> ids() {
        return Flux.from(posts.find().projection(Projections.include(PostDocuments.ID)))
                .map(PostDocuments::id);
    }

    @Override
    public Mono<Map<String, PostId>> imported(Collection<String> sources) {
        return Flux.from(posts.find(in(ImportDocuments.SOURCE, sources))
                        .projection(Projections.include(ImportDocuments.SOURCE)))
                .collectMap(
                        found -> found.getString(ImportDocuments.SOURCE),
                        found -> new PostId(found.get(PostDocuments.ID, UUID.class)));
    }

    @Override
    public Mono<Void> delete(Draft draft) {
        return writer.delete(draft);
    }
}
