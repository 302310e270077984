package org.vedette.post.media;

import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vedette.post.requests.Caller;
import reactor.core.publisher.Flux;

/** Which posts use which pictures. */
@FunctionalInterface
public interface MediaUsage {

    /** The uses of some pictures, in no order. */
    Flux<Use> of(Collection<MediaId> ids);

    /** The posts of which an earlier revision names one of some pictures, in no order; a post once for each revision. */
    default Flux<Use> inHistory(Collection<MediaId> ids) {
        return Flux.empty();
    }

    /**
     * A post that names a picture.
     *
     * @param post id of the post
     * @param isPublic whether everybody may read the post
     * @param writer id of the person who wrote it; null for a post of an earlier version
     */
    record Use(
            MediaId media,
            UUID post,
            String slug,
            String title,
            boolean isPublic,
            @Nullable String writer) {

        /** The same in an earlier revision, which is not public even where the post is. */
        public Use inHistory() {
            return new Use(media, post, slug, title, false, writer);
        }

        boolean isVisibleTo(Caller caller) {
            return caller.mayRead(isPublic, writer);
        }
    }
}
