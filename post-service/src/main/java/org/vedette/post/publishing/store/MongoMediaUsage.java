package org.vedette.post.publishing.store;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.vedette.post.content.PostContent;
import org.vedette.post.media.MediaAddress;
import org.vedette.post.media.MediaId;
import org.vedette.post.media.MediaUsage;
import reactor.core.publisher.Flux;

/** The posts that name pictures, found by the field that each post is stored with. */
@Component
final class MongoMediaUsage implements MediaUsage {

    /** Ids of the pictures that the post names; absent in documents of earlier versions, which name none. */
    static final String FIELD = "media";

    private static final String TITLE = "title";
    private static final Bson NEEDED = Projections.include(
            FIELD,
            RevisionDocuments.POST,
            PostDocuments.SLUGS,
            TITLE,
            PostDocuments.STATE,
            ContentDocuments.LABEL,
            RevisionDocuments.WRITER);

    private final MongoCollection<Document> posts;

    private final MongoCollection<Document> revisions;

    MongoMediaUsage(MongoCollection<Document> posts, MongoCollection<Document> revisions) {
        this.posts = posts;
        this.revisions = revisions;
    }

    @Override
    public Flux<Use> of(Collection<MediaId> ids) {
        return uses(posts, PostDocuments.ID, ids);
    }

    @Override
    public Flux<Use> inHistory(Collection<MediaId> ids) {
        return uses(revisions, RevisionDocuments.POST, ids).map(Use::inHistory);
    }

    private static Flux<Use> uses(MongoCollection<Document> documents, String postId, Collection<MediaId> ids) {
        var wanted = ids.stream().map(MediaId::value).toList();
        return Flux.from(documents.find(in(FIELD, wanted)).projection(NEEDED))
                .flatMapIterable(document -> uses(document, postId))
                .filter(use -> ids.contains(use.media()));
    }

    static List<String> idsIn(PostContent content) {
        var image = content.metadata().imageAddress().orElse("");
        return MediaAddress.idsIn(content.body().markdown() + "\n" + image).stream()
                .map(MediaId::value)
                .toList();
    }

    private static List<Use> uses(Document post, String postId) {
        return post.getList(FIELD, String.class, List.of()).stream()
                .map(media -> new Use(
                        new MediaId(media),
                        post.get(postId, UUID.class),
                        post.getList(PostDocuments.SLUGS, String.class).get(0),
                        post.getString(TITLE),
                        PostDocuments.isPublic(post),
                        post.getString(RevisionDocuments.WRITER)))
                .toList();
    }
}
