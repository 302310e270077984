package org.vedette.notification.webhooks.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.notification.store.DocumentReader;
import org.vedette.notification.webhooks.events.FollowedPost;
import org.vedette.notification.webhooks.events.FollowedPosts;
import org.vedette.starter.mongo.MongoFailures;
import reactor.core.publisher.Mono;

/** {@link FollowedPosts} in the collection {@code webhookPosts}. */
@Component
class MongoFollowedPosts implements FollowedPosts {

    private static final String COLLECTION = "webhookPosts";
    private static final String ID = "_id";
    private static final String REVISION = "revision";
    private static final String HIDDEN_REVISION = "hiddenRevision";

    private final MongoCollection<Document> collection;
    private final DocumentReader reader;

    MongoFollowedPosts(MongoClient client, DocumentReader reader, NotificationServiceProperties properties) {
        this.collection = client.getDatabase(properties.database()).getCollection(COLLECTION);
        this.reader = reader;
    }

    @Override
    public Mono<FollowedPost> with(UUID post) {
        return Mono.from(collection.find(eq(ID, post)).first())
                .map(document -> reader.read(COLLECTION, document, MongoFollowedPosts::post));
    }

    @Override
    public Mono<Void> hide(UUID post, long revision) {
        var hidden = new Document("$max", new Document(HIDDEN_REVISION, revision))
                .append("$setOnInsert", new Document(REVISION, 0L));
        return upsert(eq(ID, post), hidden);
    }

    @Override
    public Mono<Long> hiddenRevision(UUID post) {
        return Mono.from(collection.find(eq(ID, post)).first())
                .map(document -> hiddenRevision(document))
                .defaultIfEmpty(0L);
    }

    /** Leaves a newer state as it is. */
    @Override
    public Mono<Void> keep(FollowedPost post) {
        var state = new Document(
                        "$set",
                        new Document(REVISION, post.revision())
                                .append("public", post.isPublic())
                                .append("title", post.title())
                                .append("slug", post.slug())
                                .append("formerSlugs", post.formerSlugs())
                                .append("series", post.series())
                                .append("tags", post.tags()))
                .append("$max", new Document(HIDDEN_REVISION, post.hiddenRevision()));
        return upsert(and(eq(ID, post.id()), lt(REVISION, post.revision())), state)
                .onErrorResume(MongoFailures::isDuplicateKey, newer -> Mono.empty());
    }

    private Mono<Void> upsert(Bson filter, Document change) {
        return Mono.from(collection.updateOne(filter, change, new UpdateOptions().upsert(true)))
                .then();
    }

    private static FollowedPost post(Document document) {
        return new FollowedPost(
                document.get(ID, UUID.class),
                document.getLong(REVISION),
                document.getBoolean("public", false),
                hiddenRevision(document),
                Objects.requireNonNullElse(document.getString("title"), ""),
                Objects.requireNonNullElse(document.getString("slug"), ""),
                document.getList("formerSlugs", String.class, List.of()),
                document.getString("series"),
                document.getList("tags", String.class, List.of()));
    }

    private static long hiddenRevision(Document document) {
        return Objects.requireNonNullElse(document.getLong(HIDDEN_REVISION), 0L);
    }
}
