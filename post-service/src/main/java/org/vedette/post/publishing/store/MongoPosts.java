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
import org.vedette.post.publishing.Listing;
import org.vedette.post.publishing.Post;
import org.vedette.post.publishing.PostId;
import org.vedette.post.publishing.Posts;
import org.vedette.post.publishing.Refusal.OutboxFull;
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
    private static final Bson NO_BODY = Projections.exclude(OutboxDocuments.OUTBOX, PostDocuments.BODY);

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
    public Flux<Listing> newest(int limit) {
        return Flux.from(posts.find()
                        .sort(Sorts.descending(PostDocuments.CREATED_AT, PostDocuments.ID))
                        .limit(limit)
                        .projection(NO_BODY))
                .map(PostDocuments::post)
                .map(Listing::new)
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
            Document event = outbox.of(change.announcement());
            document.append(OutboxDocuments.OUTBOX, List.of(event))
                    .append(OutboxDocuments.BYTES, OutboxDocuments.size(event))
                    .append(OutboxDocuments.PENDING, true);
        }
        return Mono.from(posts.insertOne(document)).thenReturn(change.post());
    }

    private Mono<Post> replace(Change change) {
        Post post = change.post();
        Document event = change.announcement() == null ? null : outbox.of(change.announcement());
        Bson revisionBefore = and(
                eq(post.id().value()),
                eq(PostDocuments.REVISION, post.revision().previous().value()));
        return Mono.from(
                        event == null
                                ? posts.updateOne(revisionBefore, new Document("$set", fields(post)))
                                : posts.updateOne(
                                        and(revisionBefore, OutboxDocuments.roomFor(event)), update(post, event)))
                .filter(result -> result.getMatchedCount() == 1)
                .map(UpdateResult::wasAcknowledged)
                .switchIfEmpty(refusal(post))
                .thenReturn(post);
    }

    /** Why a post was not replaced: at the right revision, it was for want of room in its outbox. */
    private Mono<Boolean> refusal(Post post) {
        return find(post.id())
                .switchIfEmpty(Mono.error(() -> new UnknownPost(post.id().toString())))
                .map(Post::revision)
                .flatMap(current -> Mono.error(
                        current.equals(post.revision().previous()) ? new OutboxFull() : new StaleRevision(current)));
    }

    private static Document fields(Post post) {
        Document fields = PostDocuments.of(post);
        fields.remove(PostDocuments.ID);
        return fields;
    }

    private static Bson update(Post post, Document event) {
        return new Document("$set", fields(post).append(OutboxDocuments.PENDING, true))
                .append("$push", new Document(OutboxDocuments.OUTBOX, event))
                .append("$inc", new Document(OutboxDocuments.BYTES, OutboxDocuments.size(event)));
    }

    private static boolean isDuplicate(Throwable error) {
        return error instanceof MongoWriteException write
                && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }
}
