package org.vedette.post.publishing.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.Comparator;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.vedette.post.content.Language;
import org.vedette.post.history.RevisionInfo;
import org.vedette.post.history.Revisions;
import org.vedette.post.history.StoredRevision;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.lifecycle.Revision;
import org.vedette.starter.failures.UnreadableDocumentException;
import org.vedette.starter.mongo.MongoFailures;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The revisions of posts: the current one in the document of the post, each former one in a document of its own. */
@Component
final class MongoRevisions implements Revisions {

    private static final Bson INFO = Projections.include(PostDocuments.REVISION, RevisionDocuments.CHANGE);
    private static final Bson NO_OUTBOX = Projections.exclude(OutboxDocuments.OUTBOX);

    private final MongoCollection<Document> posts;
    private final MongoCollection<Document> revisions;
    private final Language siteLanguage;

    MongoRevisions(MongoCollection<Document> posts, MongoCollection<Document> revisions, Language siteLanguage) {
        this.posts = posts;
        this.revisions = revisions;
        this.siteLanguage = siteLanguage;
    }

    /** The current revision is read first: one that replaces it meanwhile keeps it among the former ones. */
    @Override
    public Flux<RevisionInfo> of(PostId post) {
        return Mono.from(posts.find(eq(post.value())).projection(INFO).first())
                .flatMapMany(current -> Flux.from(revisions
                                .find(eq(RevisionDocuments.POST, post.value()))
                                .projection(INFO))
                        .map(RevisionDocuments::info)
                        .filter(info -> info.revision().value() < current.getLong(PostDocuments.REVISION))
                        .concatWithValues(RevisionDocuments.info(current)))
                .sort(Comparator.comparing(
                                (RevisionInfo info) -> info.revision().value())
                        .reversed());
    }

    @Override
    public Mono<StoredRevision> find(PostId post, Revision revision) {
        return current(post, revision).switchIfEmpty(Mono.defer(() -> former(post, revision)));
    }

    private Mono<StoredRevision> current(PostId post, Revision revision) {
        return Mono.from(posts.find(and(eq(post.value()), eq(PostDocuments.REVISION, revision.value())))
                        .projection(NO_OUTBOX)
                        .first())
                .map(this::stored);
    }

    private Mono<StoredRevision> former(PostId post, Revision revision) {
        return Mono.from(revisions
                        .find(eq(RevisionDocuments.id(post.value(), revision.value())))
                        .first())
                .map(RevisionDocuments::post)
                .map(this::stored);
    }

    private StoredRevision stored(Document document) {
        try {
            return new StoredRevision(PostDocuments.post(document, siteLanguage), RevisionDocuments.info(document));
        } catch (RuntimeException invalid) {
            throw new UnreadableDocumentException("posts", String.valueOf(document.get(PostDocuments.ID)), invalid);
        }
    }

    /** Keeps a revision that is about to be replaced; doing so again changes nothing. */
    Mono<Void> keep(Document post) {
        return Mono.from(revisions.insertOne(RevisionDocuments.former(post)))
                .onErrorComplete(MongoFailures::isDuplicateKey)
                .then();
    }

    Mono<Void> delete(PostId post) {
        return Mono.from(revisions.deleteMany(eq(RevisionDocuments.POST, post.value())))
                .then();
    }
}
