package org.vedette.post.publishing.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.vedette.post.publishing.Change;
import org.vedette.post.publishing.Post;
import org.vedette.post.publishing.PostId;
import org.vedette.post.publishing.Posts;
import org.vedette.post.publishing.Refusal.SlugTaken;
import org.vedette.post.publishing.Refusal.StaleRevision;
import org.vedette.post.publishing.Refusal.UnknownPost;
import org.vedette.post.publishing.Revision;
import org.vedette.post.publishing.Slug;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Posts, one document each; the document's revision guards every write. */
@Component
final class MongoPosts implements Posts {

    private static final Bson NO_OUTBOX = Projections.exclude(OutboxDocuments.OUTBOX);

    private final MongoCollection<Document> posts;
    private final OutboxDocuments outbox;

    MongoPosts(PostCollection posts, OutboxDocuments outbox) {
        this.posts = posts.documents();
        this.outbox = outbox;
    }

    @Override
    public Mono<Post> find(PostId id) {
        return Mono.from(posts.find(eq(id.value())).projection(NO_OUTBOX).first())
                .map(PostDocuments::post)
                .transform(StoreErrors::translated);
    }

    @Override
    public Flux<Post> newest(int limit) {
        return Flux.from(posts.find()
                        .sort(Sorts.descending(PostDocuments.CREATED_AT, PostDocuments.ID))
                        .limit(limit)
                        .projection(NO_OUTBOX))
                .map(PostDocuments::post)
                .transform(StoreErrors::translated);
    }

    @Override
    public Mono<Set<Slug>> taken(Collection<Slug> slugs) {
        List<String> wanted = slugs.stream().map(Slug::value).toList();
        return Flux.from(posts.find(in(PostDocuments.SLUGS, wanted))
                        .projection(Projections.include(PostDocuments.SLUGS)))
                .flatMapIterable(found -> found.getList(PostDocuments.SLUGS, String.class))
                .filter(wanted::contains)
                .map(Slug::new)
                .collect(Collectors.toSet())
                .transform(StoreErrors::translated);
    }

    @Override
    public Mono<Post> store(Change change) {
        return Mono.defer(() -> change.post().revision().equals(Revision.FIRST) ? add(change) : replace(change))
                .onErrorMap(
                        MongoPosts::isDuplicate,
                        taken -> new SlugTaken(change.post().slug()))
                .transform(StoreErrors::translated);
    }

    private Mono<Post> add(Change change) {
        Document document = PostDocuments.of(change.post());
        if (change.announcement() != null) {
            document.append(OutboxDocuments.OUTBOX, List.of(outbox.of(change.announcement())))
                    .append(OutboxDocuments.PENDING, true);
        }
        return Mono.from(posts.insertOne(document)).thenReturn(change.post());
    }

    private Mono<Post> replace(Change change) {
        Post post = change.post();
        Bson revisionBefore = and(
                eq(post.id().value()),
                eq(PostDocuments.REVISION, post.revision().previous().value()));
        return Mono.from(posts.updateOne(revisionBefore, update(change)))
                .filter(result -> result.getMatchedCount() == 1)
                .map(UpdateResult::wasAcknowledged)
                .switchIfEmpty(find(post.id())
                        .switchIfEmpty(
                                Mono.error(() -> new UnknownPost(post.id().toString())))
                        .flatMap(current -> Mono.error(new StaleRevision(current.revision()))))
                .thenReturn(post);
    }

    private Bson update(Change change) {
        Document fields = PostDocuments.of(change.post());
        fields.remove(PostDocuments.ID);
        if (change.announcement() == null) {
            return new Document("$set", fields);
        }
        fields.append(OutboxDocuments.PENDING, true);
        return new Document("$set", fields)
                .append("$push", new Document(OutboxDocuments.OUTBOX, outbox.of(change.announcement())));
    }

    private static boolean isDuplicate(Throwable error) {
        return error instanceof MongoWriteException write
                && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }
}
