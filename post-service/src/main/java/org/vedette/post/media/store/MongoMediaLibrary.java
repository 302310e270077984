package org.vedette.post.media.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.Collection;
import java.util.Date;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vedette.post.media.Media;
import org.vedette.post.media.MediaId;
import org.vedette.post.media.MediaLibrary;
import org.vedette.starter.mongo.MongoFailures;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The pictures, one document each. */
@Component
final class MongoMediaLibrary implements MediaLibrary {

    private final MongoCollection<Document> media;

    MongoMediaLibrary(MongoCollection<Document> media) {
        this.media = media;
    }

    @Override
    public Mono<Media> find(MediaId id) {
        return Mono.from(media.find(eq(id.value())).first()).map(MediaDocuments::media);
    }

    @Override
    public Flux<Media> find(Collection<MediaId> ids) {
        return Flux.from(media.find(
                        in(MediaDocuments.ID, ids.stream().map(MediaId::value).toList())))
                .map(MediaDocuments::media);
    }

    @Override
    public Mono<Boolean> add(Media added) {
        return Mono.from(media.insertOne(MediaDocuments.of(added)))
                .thenReturn(true)
                .onErrorResume(MongoFailures::isDuplicateKey, exists -> Mono.just(false));
    }

    @Override
    public Flux<Media> newest(@Nullable Position after, int limit) {
        return Flux.from(media.find(after == null ? new Document() : before(after))
                        .sort(Sorts.descending(MediaDocuments.UPLOADED_AT, MediaDocuments.ID))
                        .limit(limit))
                .map(MediaDocuments::media);
    }

    private static Bson before(Position position) {
        var at = Date.from(position.uploadedAt());
        return or(
                lt(MediaDocuments.UPLOADED_AT, at),
                and(
                        eq(MediaDocuments.UPLOADED_AT, at),
                        lt(MediaDocuments.ID, position.id().value())));
    }

    @Override
    public Mono<Media> setAlt(MediaId id, String alt) {
        return Mono.from(media.findOneAndUpdate(
                        eq(id.value()),
                        set(MediaDocuments.ALT, alt),
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
                .map(MediaDocuments::media);
    }

    @Override
    public Mono<Boolean> remove(MediaId id) {
        return Mono.from(media.deleteOne(eq(id.value()))).map(result -> result.getDeletedCount() == 1);
    }
}
