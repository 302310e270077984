package org.vedette.post.publishing.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vedette.post.lifecycle.Draft;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.PostCompanion;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.lifecycle.Revision;
import org.vedette.post.listing.IndexUpdates;
import org.vedette.post.listing.IndexedPost;
import org.vedette.post.outbox.OutboxSignal;
import org.vedette.post.publishing.PostChange;
import org.vedette.post.publishing.Posts.ImportedPost;
import org.vedette.post.publishing.PublishingException.AlreadyImportedException;
import org.vedette.post.publishing.PublishingException.DuplicatePeriodException;
import org.vedette.post.publishing.PublishingException.KeyUsedException;
import org.vedette.post.publishing.PublishingException.OutboxFullException;
import org.vedette.post.publishing.PublishingException.PostNotFoundException;
import org.vedette.post.publishing.PublishingException.SlugTakenException;
import org.vedette.post.publishing.PublishingException.StaleRevisionException;
import org.vedette.starter.mongo.MongoFailures;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Writes posts. Every write is conditional on the revision before it, which is kept in the history first: it is then there
 * whatever happens, and equal to the current one until it is replaced.
 */
@Component
final class MongoPostWriter {

    private static final Bson NO_OUTBOX = Projections.exclude(
            OutboxDocuments.OUTBOX,
            OutboxDocuments.PENDING,
            OutboxDocuments.OWNER,
            OutboxDocuments.CLAIMED_UNTIL,
            OutboxDocuments.BYTES);

    private final MongoCollection<Document> posts;
    private final MongoRevisions revisions;
    private final OutboxDocuments outbox;
    private final OutboxSignal relay;
    private final IndexUpdates index;
    private final List<PostCompanion> companions;

    MongoPostWriter(
            MongoCollection<Document> posts,
            MongoRevisions revisions,
            OutboxDocuments outbox,
            OutboxSignal relay,
            IndexUpdates index,
            List<PostCompanion> companions) {
        this.posts = posts;
        this.revisions = revisions;
        this.outbox = outbox;
        this.relay = relay;
        this.index = index;
        this.companions = List.copyOf(companions);
    }

    Mono<Post> store(PostChange change) {
        var post = change.post();
        return Mono.defer(() -> {
                    var event = change.event() == null ? null : outbox.of(change.event());
                    return post.revision().equals(Revision.FIRST)
                            ? insert(inserted(change, event))
                            : previous(post).flatMap(previous -> replace(previous, change, event));
                })
                .onErrorResume(MongoFailures::isDuplicateKey, duplicate -> taken(change))
                .doOnNext(stored -> wakeRelay(change))
                .flatMap(stored -> index.put(new IndexedPost(post, stored.getString(RevisionDocuments.WRITER))))
                .thenReturn(post);
    }

    /** The history is added first, so that it is there with the post; without the post nobody sees it. */
    Mono<Post> add(ImportedPost imported) {
        var change = imported.current();
        var post = change.post();
        return Mono.fromSupplier(() -> ImportDocuments.imported(
                        inserted(change, change.event() == null ? null : outbox.of(change.event())), imported))
                .flatMap(document -> imported.former()
                        .concatMap(former -> revisions.keep(ImportDocuments.former(former)), 1)
                        .then(insert(document)))
                .onErrorResume(
                        MongoFailures::isDuplicateKey,
                        duplicate -> known(imported).switchIfEmpty(taken(change)))
                .doOnNext(stored -> wakeRelay(change))
                .flatMap(stored -> index.put(new IndexedPost(post, stored.getString(RevisionDocuments.WRITER))))
                .thenReturn(post);
    }

    private Mono<Document> known(ImportedPost imported) {
        return Mono.from(posts.find(or(
                                eq(ImportDocuments.SOURCE, imported.source()),
                                eq(imported.current().post().id().value())))
                        .first())
                .flatMap(found -> Mono.error(new AlreadyImportedException()));
    }

    private void wakeRelay(PostChange change) {
        if (change.event() != null) {
            relay.wake(change.post().id().value());
        }
    }

    /** The document of the revision that is replaced; signals when there is another one, or none. */
    private Mono<Document> previous(Post post) {
        return Mono.from(posts.find(eq(post.id().value())).projection(NO_OUTBOX).first())
                .switchIfEmpty(
                        Mono.error(() -> new PostNotFoundException(post.id().toString())))
                .filter(found -> PostDocuments.revision(found).next().equals(post.revision()))
                .switchIfEmpty(Mono.defer(() -> stale(post.id())));
    }

    private <T> Mono<T> stale(PostId id) {
        return Mono.from(posts.find(eq(id.value()))
                        .projection(Projections.include(PostDocuments.REVISION))
                        .first())
                .switchIfEmpty(Mono.error(() -> new PostNotFoundException(id.toString())))
                .flatMap(found -> Mono.error(new StaleRevisionException(PostDocuments.revision(found))));
    }

    private static Document document(PostChange change) {
        var document = PostDocuments.of(change.post())
                .append(RevisionDocuments.CHANGE, RevisionDocuments.change(change.info()));
        var at = change.info().at();
        if (at != null) {
            document.append(PostDocuments.STORED_IN, at.getEpochSecond());
        }
        var event = change.event();
        return event == null ? document : document.append(PostDocuments.AUTHORS, PostDocuments.authors(event.event()));
    }

    private Mono<Document> insert(Document document) {
        return Mono.from(posts.insertOne(document)).thenReturn(document);
    }

    private static Document inserted(PostChange change, @Nullable Document event) {
        var document = document(change);
        var by = change.info().by();
        var key = change.key();
        var issue = RequestDocuments.issue(change.post());
        if (by != null) {
            document.append(RevisionDocuments.WRITER, by.id());
        }
        if (issue != null) {
            document.append(
                    RequestDocuments.ISSUE,
                    change.isSecondIssue() ? RequestDocuments.secondIssue(issue, change.post()) : issue);
        }
        if (key != null) {
            RequestDocuments.append(document, List.of(RequestDocuments.use(key, change)));
        }
        if (event != null) {
            document.append(OutboxDocuments.OUTBOX, List.of(event))
                    .append(OutboxDocuments.BYTES, OutboxDocuments.size(event))
                    .append(OutboxDocuments.PENDING, true);
        }
        return document;
    }

    private Mono<Document> replace(Document previous, PostChange change, @Nullable Document event) {
        var post = change.post();
        if (RequestDocuments.hasUsed(previous, change.key())) {
            return Mono.error(new KeyUsedException());
        }
        var guard = and(
                eq(post.id().value()),
                eq(PostDocuments.REVISION, post.revision().previous().value()));
        return revisions
                .keep(previous)
                .then(Mono.from(posts.updateOne(
                        event == null ? guard : and(guard, OutboxDocuments.hasRoomFor(event)),
                        update(previous, change, event))))
                .filter(result -> result.getMatchedCount() == 1)
                .map(result -> previous)
                .switchIfEmpty(Mono.defer(() -> failureOf(post)));
    }

    /** Signals why a post was not replaced: when the revision before it is still there, its outbox is full. */
    private Mono<Document> failureOf(Post post) {
        return previous(post).flatMap(current -> Mono.error(new OutboxFullException()));
    }

    private static Document update(Document previous, PostChange change, @Nullable Document event) {
        var fields = document(change);
        fields.remove(PostDocuments.ID);
        var absent = new Document();
        PostDocuments.OF_SOME_STATES.stream()
                .filter(field -> !fields.containsKey(field))
                .forEach(field -> absent.append(field, ""));
        var issue = issue(previous, change);
        if (issue == null) {
            absent.append(RequestDocuments.ISSUE, "");
        } else {
            fields.append(RequestDocuments.ISSUE, issue);
        }
        var key = change.key();
        if (key != null) {
            RequestDocuments.append(fields, RequestDocuments.uses(previous, key, change));
        }
        var update = new Document("$set", fields);
        if (!absent.isEmpty()) {
            update.append("$unset", absent);
        }
        return event == null ? update : withEvent(update, event);
    }

    private static Document withEvent(Document update, Document event) {
        update.get("$set", Document.class).append(OutboxDocuments.PENDING, true);
        return update.append("$push", new Document(OutboxDocuments.OUTBOX, event))
                .append("$inc", new Document(OutboxDocuments.BYTES, OutboxDocuments.size(event)));
    }

    /** What was said twice once need not be said again. */
    private static @Nullable String issue(Document previous, PostChange change) {
        var issue = RequestDocuments.issue(change.post());
        if (issue == null) {
            return null;
        }
        var second = RequestDocuments.secondIssue(issue, change.post());
        return change.isSecondIssue() || second.equals(previous.getString(RequestDocuments.ISSUE)) ? second : issue;
    }

    /** Signals which of the unique values another post has. */
    private Mono<Document> taken(PostChange change) {
        return keyUsed(change)
                .switchIfEmpty(Mono.defer(() -> issueTaken(change)))
                .switchIfEmpty(
                        Mono.error(() -> new SlugTakenException(change.post().slug())));
    }

    private Mono<Document> keyUsed(PostChange change) {
        return Mono.justOrEmpty(change.key())
                .flatMap(key -> Mono.from(
                        posts.find(eq(RequestDocuments.KEYS, key.value())).first()))
                .flatMap(found -> Mono.error(new KeyUsedException()));
    }

    private Mono<Document> issueTaken(PostChange change) {
        var id = change.post().id().value();
        return Mono.justOrEmpty(change.isSecondIssue() ? null : RequestDocuments.issue(change.post()))
                .flatMap(issue -> Mono.from(posts.find(and(eq(RequestDocuments.ISSUE, issue), ne(PostDocuments.ID, id)))
                        .first()))
                .flatMap(other ->
                        Mono.error(new DuplicatePeriodException(new PostId(other.get(PostDocuments.ID, UUID.class)))));
    }

    Mono<Void> delete(Draft draft) {
        var guard = and(
                eq(draft.id().value()),
                eq(PostDocuments.REVISION, draft.revision().value()),
                eq(PostDocuments.STATE, PostDocuments.DRAFT));
        return Mono.from(posts.deleteOne(guard))
                .filter(result -> result.getDeletedCount() == 1)
                .switchIfEmpty(Mono.defer(() -> stale(draft.id())))
                .then(Mono.defer(() -> revisions.delete(draft.id())))
                .thenMany(Flux.fromIterable(companions).concatMap(each -> each.deleteAll(draft.id())))
                .then(index.remove(draft.id()));
    }
}
