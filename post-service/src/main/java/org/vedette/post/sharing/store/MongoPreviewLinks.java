package org.vedette.post.sharing.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.sharing.PreviewLink;
import org.vedette.post.sharing.PreviewLinks;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Links to previews, one document each. */
@Component
final class MongoPreviewLinks implements PreviewLinks {

    private final MongoCollection<Document> links;

    MongoPreviewLinks(MongoCollection<Document> previewLinks) {
        this.links = previewLinks;
    }

    @Override
    public Flux<PreviewLink> of(PostId post) {
        return Flux.from(links.find(eq(LinkDocuments.POST, post.value())))
                .map(LinkDocuments::link)
                .sort(Comparator.comparing(PreviewLink::createdAt).reversed());
    }

    @Override
    public Mono<PreviewLink> find(String secretHash) {
        return Mono.from(links.find(eq(LinkDocuments.SECRET, secretHash)).first())
                .map(LinkDocuments::link);
    }

    @Override
    public Mono<Void> add(PreviewLink link) {
        return Mono.from(links.insertOne(LinkDocuments.of(link))).then();
    }

    @Override
    public Mono<Boolean> delete(PostId post, UUID link) {
        return Mono.from(links.deleteOne(and(eq(LinkDocuments.ID, link), eq(LinkDocuments.POST, post.value()))))
                .map(result -> result.getDeletedCount() == 1);
    }

    @Override
    public Mono<Void> deleteExpired(PostId post, Instant now) {
        return Mono.from(links.deleteMany(
                        and(eq(LinkDocuments.POST, post.value()), lte(LinkDocuments.EXPIRES_AT, Date.from(now)))))
                .then();
    }

    @Override
    public Mono<Void> deleteAll(PostId post) {
        return Mono.from(links.deleteMany(eq(LinkDocuments.POST, post.value()))).then();
    }
}
