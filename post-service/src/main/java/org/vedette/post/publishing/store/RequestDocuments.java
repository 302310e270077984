package org.vedette.post.publishing.store;

import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.lifecycle.Published;
import org.vedette.post.lifecycle.Revision;
import org.vedette.post.lifecycle.Scheduled;
import org.vedette.post.publishing.PostChange;
import org.vedette.post.publishing.Posts.KeyUse;
import org.vedette.post.requests.IdempotencyKey;

/** Maps what keeps requests from being done twice: the keys of requests, and the issue of a series that a post is. */
final class RequestDocuments {

    /** The idempotency keys, for one unique index; absent while there are none. */
    static final String KEYS = "requestKeys";

    /** The uses of the keys. */
    static final String REQUESTS = "requests";

    static final String KEY = "key";

    /** Series and period of a scheduled or published issue, unique; with the id of the post when it may be a second one. */
    static final String ISSUE = "issue";

    private RequestDocuments() {}

    static Document use(IdempotencyKey key, PostChange change) {
        return new Document(KEY, key.value())
                .append("fingerprint", key.fingerprint())
                .append("revision", change.post().revision().value())
                .append(
                        "at",
                        Optional.ofNullable(change.info().at()).map(Date::from).orElse(null));
    }

    static Optional<KeyUse> use(Document post, IdempotencyKey key) {
        return post.getList(REQUESTS, Document.class, List.of()).stream()
                .filter(use -> key.value().equals(use.getString(KEY)))
                .findFirst()
                .map(use -> new KeyUse(
                        new PostId(post.get(PostDocuments.ID, UUID.class)),
                        new Revision(use.getLong("revision")),
                        use.getString("fingerprint"),
                        use.getDate("at").toInstant()));
    }

    /** Null for what is no issue, and for one that is neither scheduled nor published. */
    static @Nullable String issue(Post post) {
        var series = post.content().series();
        var period = post.content().period();
        var counts = post instanceof Scheduled || post instanceof Published;
        return counts && series != null && period != null ? series + " " + period.from() + "/" + period.to() : null;
    }

    static String secondIssue(String issue, Post post) {
        return issue + " " + post.id();
    }
}
