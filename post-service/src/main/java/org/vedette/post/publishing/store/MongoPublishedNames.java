package org.vedette.post.publishing.store;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.List;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.vedette.post.authors.PublishedNames;
import reactor.core.publisher.Flux;

/** The bylines of the published posts, read without anything else of them. */
@Component
final class MongoPublishedNames implements PublishedNames {

    private static final Logger log = LoggerFactory.getLogger(MongoPublishedNames.class);

    private final MongoCollection<Document> posts;

    MongoPublishedNames(MongoCollection<Document> posts) {
        this.posts = posts;
    }

    @Override
    public Flux<PublishedName> all() {
        return Flux.from(posts.find(eq(PostDocuments.STATE, PostDocuments.PUBLISHED))
                        .projection(Projections.include(PostDocuments.BYLINE_NAMES, PostDocuments.PUBLISHED_AT)))
                .flatMapIterable(MongoPublishedNames::names);
    }

    /** None when the document cannot be read: it must not keep the others from being read. */
    private static List<PublishedName> names(Document post) {
        try {
            return PostDocuments.publishedNames(post);
        } catch (RuntimeException unreadable) {
            log.warn("Ignored the bylines of post {}: its document is invalid", post.get(PostDocuments.ID), unreadable);
            return List.of();
        }
    }
}
