package org.vedette.post.publishing.store;

import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
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

    /** What belongs to the requests, and not to a revision. */
    static final Set<String> OF_REQUESTS = Set.of(KEYS, REQUESTS);

    static final String KEY = "key";

    private static final String AT = "at";

    /** Series and period of a scheduled or published issue, unique; with the id of the post when it may be a second one. */
    static final String ISSUE = "issue";

    /** A post keeps its last requests, so that a script that uses keys does not make its document grow without end. */
    private static final int MAX_USES = 500;

    private RequestDocuments() {}

    /** Sets the uses of keys in the document of a post, or in what is set of it. */
    static void append(Document document, List<Document> uses) {
        document.append(KEYS, uses.stream().map(use -> use.getString(KEY)).toList())
                .append(REQUESTS, uses);
    }

    static boolean hasUsed(Document post, @Nullable IdempotencyKey key) {
        return key != null && use(post, key).isPresent();
    }

    /** The uses of a post after one more, without those that are not valid any more. */
    static List<Document> uses(Document post, IdempotencyKey key, PostChange change) {
        var use = use(key, change);
        var now = use.getDate(AT);
        var valid = post.getList(REQUESTS, Document.class, List.of()).stream()
                .filter(earlier -> isValid(earlier, now))
                .toList();
        return Stream.concat(valid.stream().skip(Math.max(0, valid.size() - MAX_USES + 1)), Stream.of(use))
                .toList();
    }

    private static boolean isValid(Document use, @Nullable Date now) {
        var at = use.getDate(AT);
        return now == null
                || (at != null && at.toInstant().plus(IdempotencyKey.VALIDITY).isAfter(now.toInstant()));
    }

    static Document use(IdempotencyKey key, PostChange change) {
        return new Document(KEY, key.value())
                .append("fingerprint", key.fingerprint())
                .append("revision", change.post().revision().value())
                .append(
                        AT,
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
                        use.getDate(AT).toInstant()));
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
